package se.samsteg.prod;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The settings do not allow a start. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param unmet one line each, all that is missing or wrong */
    StartRefused(List<String> unmet) {
        super("- " + String.join("\n- ", unmet));
    }

    /** Prints the refusal alone: the administrator who reads it has no use for where in the code it was found. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, StartRefused refused) {
            return new FailureAnalysis(
                    "Samsteg does not start, because of its settings:\n\n" + refused.getMessage(),
                    "Set them as environment variables and start again; docker-compose.yml shows how.",
                    refused);
        }
    }
}
