package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.FormText;
import se.samsteg.form.Refused;

/**
 * A participant's time at one workplace: agreed, begun on its first day, extended, ended. One that has ended stays as it is.
 *
 * @param employerId in the register of employers
 * @param employer the name as it was when the placement was agreed
 * @param endsOn last day as agreed; null until further notice
 * @param endedOn last day as it was; null while it runs
 */
record Placement(
        UUID id,
        String caseNumber,
        String type,
        @Nullable UUID employerId,
        String employer,
        String supervisor,
        int extentPercent,
        boolean foundByParticipant,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    static Placement agreed(String caseNumber, Introduction introduction, UUID employerId, boolean foundByParticipant) {
        return new Placement(
                UUID.randomUUID(),
                caseNumber,
                introduction.type(),
                employerId,
                introduction.employer(),
                introduction.supervisor(),
                introduction.extentPercent(),
                foundByParticipant,
                introduction.startsOn(),
                introduction.endsOn(),
                null,
                null);
    }

    /** Whether its first day has come. */
    boolean begun(LocalDate today) {
        return !startsOn.isAfter(today);
    }

    /**
     * With a later last day.
     *
     * @throws Refused if that does not reach beyond today and what was agreed
     * @throws IllegalStateException if it has ended
     */
    Placement extend(LocalDate newEndsOn, LocalDate today) {
        requireRunning();
        LocalDate agreed = endsOn == null ? startsOn : endsOn;
        if (!newEndsOn.isAfter(today) || !newEndsOn.isAfter(agreed)) {
            throw new Refused("Nytt slutdatum: välj ett datum efter i dag och efter det tidigare slutdatumet.");
        }
        return with(newEndsOn, null, null);
    }

    /**
     * Ends as a follow-up says. A placement that was given up before its first day ends on any day up to today.
     *
     * @param reason see table placement
     * @throws Refused if the last day is to come, or before the first of a placement that has begun
     * @throws IllegalStateException if it has ended
     */
    Placement end(LocalDate lastDay, String reason, LocalDate today) {
        requireRunning();
        if (lastDay.isAfter(today)) {
            throw new Refused("Sista dag: ange i dag eller en dag som har varit.");
        }
        if (begun(today) && lastDay.isBefore(startsOn)) {
            throw new Refused("Sista dag: ange en dag från och med placeringens första dag.");
        }
        return with(endsOn, lastDay, reason);
    }

    private Placement with(
            @Nullable LocalDate newEndsOn, @Nullable LocalDate newEndedOn, @Nullable String newEndReason) {
        return new Placement(
                id,
                caseNumber,
                type,
                employerId,
                employer,
                supervisor,
                extentPercent,
                foundByParticipant,
                startsOn,
                newEndsOn,
                newEndedOn,
                newEndReason);
    }

    private void requireRunning() {
        if (endedOn != null) {
            throw new IllegalStateException("placement %s has ended".formatted(id));
        }
    }

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
