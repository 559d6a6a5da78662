package se.samsteg.engine;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** The one answer about what does not exist, is over, or is another's: which of them it is cannot be told from it. */
public final class NothingThere extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    /** Without a cause, whose code would show in the answer. */
    public NothingThere() {
        super(Response.Status.NOT_FOUND, "Det finns inte, är över eller hör inte till dig.");
    }
}
