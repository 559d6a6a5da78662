package se.samsteg.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The files of programmes do not allow a start. */
public final class WrongFiles extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param wrong a sentence for each thing that is wrong, which names the file and, where it is known, the line */
    public WrongFiles(String wrong) {
        super(wrong);
    }

    public WrongFiles(String wrong, Throwable cause) {
        super(wrong, cause);
    }

    /** Prints the sentences alone: the administrator who reads them has no use for where in the code it was found. */
    static final class Analyzer extends AbstractFailureAnalyzer<WrongFiles> {

        @Override
        protected FailureAnalysis analyze(Throwable root, WrongFiles wrong) {
            return new FailureAnalysis(
                    "Samsteg does not start, because of its programmes' files:\n\n" + wrong.getMessage(),
                    "Correct the files and start again; docs/a-programme.md says what stands in them.",
                    wrong);
        }
    }
}
