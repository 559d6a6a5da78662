package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.Refused;
import se.samsteg.rectification.FactCorrected;

/**
 * What was corrected of an introduction holds for the placement that runs, and moves its follow-up. A corrected name of the
 * employer holds for the register too.
 */
@Component
class CorrectedPlacement {

    private static final String FORM = "workplace-introduction";
    private static final String FOLLOW_UP = "workplace-follow-up";
    private static final String EMPLOYER = "employer";
    private static final String LAST_DAY = "endsOn";
    private static final Set<String> KEYS = Set.of("type", "extentPercent", "startsOn", LAST_DAY);

    private final Facts facts;
    private final Placements placements;
    private final Workplace workplace;
    private final Matching matching;
    private final CaseTimers timers;

    CorrectedPlacement(Facts facts, Placements placements, Workplace workplace, Matching matching, CaseTimers timers) {
        this.facts = facts;
        this.placements = placements;
        this.workplace = workplace;
        this.matching = matching;
        this.timers = timers;
    }

    /** A recorded introduction, read without today's rules. */
    @FactOf(FORM)
    record Agreed(
            String type,
            @Nullable Integer extentPercent,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** A later last day that a follow-up gave. */
    @FactOf(FOLLOW_UP)
    record Extended(@Nullable LocalDate newEndsOn) {}

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is(FORM, EMPLOYER)) {
            matching.follow(corrected.caseNumber());
        }
        if (corrected.is(FORM, "newDay") || corrected.is(FOLLOW_UP, "nextDay")) {
            move(corrected.caseNumber());
        }
        if (corrected.kind().equals(FORM) && KEYS.contains(corrected.key()) || corrected.is(FOLLOW_UP, "newEndsOn")) {
            placements.running(corrected.caseNumber()).ifPresent(placement -> correct(placement, corrected.key()));
        }
    }

    private void correct(Placement placement, String key) {
        String caseNumber = placement.caseNumber();
        var introductions = facts.all(caseNumber, Agreed.class);
        var last = introductions.get(introductions.size() - 1);
        Optional<LocalDate> extended = facts.all(caseNumber, Extended.class).stream()
                .filter(one -> one.content().newEndsOn() != null && one.at().isAfter(last.at()))
                .reduce((one, later) -> later)
                .map(one -> one.content().newEndsOn());
        Agreed agreed = last.content();
        LocalDate endsOn = extended.orElse(key.equals(LAST_DAY) ? agreed.endsOn() : placement.endsOn());
        if (endsOn != null && endsOn.isBefore(agreed.startsOn())) {
            throw new Refused("Nytt datum: placeringen kan inte sluta innan den börjar.");
        }
        placements.correct(
                placement.id(),
                agreed.type(),
                Objects.requireNonNullElse(agreed.extentPercent(), placement.extentPercent()),
                agreed.startsOn(),
                endsOn);
        move(caseNumber);
    }

    private void move(String caseNumber) {
        timers.due("workplace", caseNumber, "userTask_followUpPlacement", workplace.followUpDue(caseNumber));
    }
}
