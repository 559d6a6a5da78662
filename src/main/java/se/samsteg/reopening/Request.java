package se.samsteg.reopening;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.YesNo;

/**
 * A case is opened again: form {@code reopening-request}.
 *
 * @param confirmed yes, or no and nothing more is asked
 */
record Request(
        String caseNumber, String confirmed, @Nullable String why) {

    boolean isConfirmed() {
        return YesNo.YES.is(confirmed);
    }
}
