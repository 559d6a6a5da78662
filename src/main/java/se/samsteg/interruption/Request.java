package se.samsteg.interruption;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.YesNo;

/**
 * A case ends before its time: form {@code interruption-request}.
 *
 * @param confirmed yes, or no and nothing more is asked; null in facts from before it was asked
 * @param ground moved, pension, deceased, declines or other
 */
record Request(
        String caseNumber,
        @Nullable String confirmed,
        @Nullable String ground,
        @Nullable String explanation) {

    boolean isConfirmed() {
        return YesNo.YES.is(confirmed);
    }
}
