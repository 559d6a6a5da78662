package se.samsteg.result;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 400: what was asked for cannot be read, with a sentence for staff at the parameter that has to be another. */
class Unreadable extends ResponseStatusException {

    private final String parameter;

    /** @param reason in Swedish */
    Unreadable(String parameter, String reason) {
        super(HttpStatus.BAD_REQUEST, reason);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
