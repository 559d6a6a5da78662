package se.samsteg.protection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Refused;

/**
 * Somebody's identity must be protected: form {@code protection-request}.
 *
 * @param kind confidentiality-marking, protected-registration or assumed-identity, as Skatteverket decides them
 * @param handling how the person may be reached, for the coach and the lead
 */
record Request(
        String caseNumber,
        String kind,
        LocalDate since,
        @Nullable String handling) {

    /** @throws Refused if the decision lies ahead */
    void checkOn(LocalDate today) {
        if (since.isAfter(today)) {
            throw new Refused("Gäller sedan: datumet ligger i framtiden.");
        }
    }
}
