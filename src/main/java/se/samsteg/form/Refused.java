package se.samsteg.form;

import jakarta.ws.rs.BadRequestException;
import java.util.List;

/**
 * A user's request is against a rule; nothing is stored. The message is Swedish, is shown to staff as it is, and never
 * holds more of a submitted value than one character: the engine copies messages to places that outlive the case. The
 * REST interface answers 400 with the message alone; around every other kind of exception it puts words of its own.
 */
public class Refused extends BadRequestException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }

    /** All that is wrong, one sentence each. */
    public Refused(List<String> messages) {
        this(String.join(" ", messages));
    }
}
