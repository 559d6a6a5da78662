package se.samsteg.engine;

import java.util.List;

/**
 * What somebody asked for is against a rule; nothing is stored. The message is Swedish, is shown to staff as it is, and
 * never holds a submitted value: the engine copies messages to places that outlive the case.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }

    /** All that is wrong, one sentence each. */
    public Refused(List<String> messages) {
        this(String.join(" ", messages));
    }
}
