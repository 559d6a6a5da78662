package se.samsteg.access;

import org.springframework.http.HttpStatus;

/** A request that is refused, and the status of the answer. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    RequestRefused(HttpStatus status) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** As staff read it. */
    String words() {
        return switch (status) {
            case BAD_REQUEST -> "Det som skickades kunde inte läsas.";
            case UNSUPPORTED_MEDIA_TYPE -> "Det som skickades har fel format.";
            case PAYLOAD_TOO_LARGE -> "Det som skickades är för stort.";
            case REQUEST_TIMEOUT -> "Det tog för lång tid att skicka. Försök igen.";
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
                "Samsteg hinner inte med just nu. Vänta en stund och försök igen.";
            default -> "Det här går inte att göra i Samsteg.";
        };
    }
}
