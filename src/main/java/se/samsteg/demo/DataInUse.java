package se.samsteg.demo;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another Samsteg runs on the folder; two would take the database from each other. */
final class DataInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataInUse(Path folder) {
        super("Another Samsteg runs on the data folder " + folder + ".");
    }

    /** Says so without a stack trace: it is the newcomer's commonest slip. */
    static final class Analyzer extends AbstractFailureAnalyzer<DataInUse> {

        @Override
        protected FailureAnalysis analyze(Throwable root, DataInUse inUse) {
            return new FailureAnalysis(
                    inUse.getMessage(),
                    "Stop it, or start this one with SAMSTEG_DATA set to another folder and SERVER_PORT to another port.",
                    inUse);
        }
    }
}
