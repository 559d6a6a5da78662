package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What was agreed with the employer.
 *
 * @param type see table placement
 * @param endsOn last day; null until further notice
 */
record Introduction(
        String employer,
        String supervisor,
        @Nullable String duties,
        String type,
        Integer extentPercent,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String agreed) {

    /** Practice and training are lent time: without an end they would become unpaid work. */
    private static final Set<String> LIMITED = Set.of("practice", "work-training", "extra-service");

    Introduction {
        List<String> wrong = new ArrayList<>();
        if (endsOn == null && LIMITED.contains(type)) {
            wrong.add("Till och med: praktik, arbetsträning och extra tjänst ska ha ett slutdatum.");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            wrong.add("Till och med: slutdatumet kan inte vara före startdatumet.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    Placement placement(String caseNumber, boolean foundByParticipant) {
        return new Placement(
                UUID.randomUUID(),
                caseNumber,
                type,
                employer,
                supervisor,
                extentPercent,
                foundByParticipant,
                startsOn,
                endsOn,
                null,
                null);
    }
}
