package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.FormText;

/**
 * A participant's time at one workplace.
 *
 * @param endsOn last day as agreed; null until further notice
 * @param endedOn last day as it was; null while it runs
 */
record Placement(
        UUID id,
        String caseNumber,
        String type,
        String employer,
        String supervisor,
        int extentPercent,
        boolean foundByParticipant,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    /**
     * In one Swedish line, for who follows it up.
     *
     * @param introduction the form that knows the types
     */
    String summary(FormText introduction) {
        return "%s hos %s, %d %%, från %s%s. Handledare: %s"
                .formatted(
                        introduction.option("type", type),
                        employer,
                        extentPercent,
                        startsOn,
                        endsOn == null ? " tills vidare" : " till " + endsOn,
                        supervisor);
    }
}
