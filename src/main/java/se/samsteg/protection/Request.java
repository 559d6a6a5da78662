package se.samsteg.protection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * A participant's identity must be protected: form {@code protection-request}.
 *
 * @param confirmed yes, or no and nothing more is asked; null in facts from before it was asked
 * @param kind confidentiality-marking, protected-registration or assumed-identity, as Skatteverket decides them
 * @param handling how the person may be reached, for the coach and the lead
 */
record Request(
        String caseNumber,
        @Nullable String confirmed,
        @Nullable String kind,
        @Nullable LocalDate since,
        @Nullable String handling) {

    boolean isConfirmed() {
        return YesNo.YES.is(confirmed);
    }

    /** @throws Refused if the decision lies ahead */
    void checkOn(LocalDate today) {
        if (since != null && since.isAfter(today)) {
            throw new Refused("Gäller sedan: datumet ligger i framtiden.");
        }
    }
}
