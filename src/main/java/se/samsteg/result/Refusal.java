package se.samsteg.result;

/**
 * Why something is refused, as {@link se.samsteg.form.Refused} is answered, so that no general sentence takes its place.
 *
 * @param message in Swedish
 */
record Refusal(String type, String message) {

    Refusal(String message) {
        this("Refused", message);
    }
}
