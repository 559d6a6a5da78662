package se.samsteg.followup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected exit date moves the contacts and the anniversary, which are counted from it. */
@Component
class CorrectedFollowupDates {

    private static final String PROCESS = "followup";

    private final Facts facts;
    private final Followup followup;
    private final Revisit revisit;
    private final CaseTimers timers;

    CorrectedFollowupDates(Facts facts, Followup followup, Revisit revisit, CaseTimers timers) {
        this.facts = facts;
        this.followup = followup;
        this.revisit = revisit;
        this.timers = timers;
    }

    @FactOf("exit-outcome")
    record Ended(@Nullable LocalDate exitOn) {}

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("exit-outcome", "exitOn")) {
            facts.latest(corrected.caseNumber(), Ended.class)
                    .map(Ended::exitOn)
                    .ifPresent(day -> move(corrected.caseNumber(), day.toString()));
        }
    }

    private void move(String caseNumber, String exitOn) {
        timers.count(PROCESS, caseNumber, "exitOn", exitOn);
        timers.move(PROCESS, caseNumber, "timer_anniversaryNear", followup.anniversaryNear(caseNumber, exitOn));
        timers.move(PROCESS, caseNumber, "timer_anniversary", followup.anniversary(caseNumber, exitOn));
        timers.move(PROCESS, caseNumber, "timer_firstReminder", followup.firstReminder(caseNumber, exitOn));
        timers.move(PROCESS, caseNumber, "timer_secondReminder", followup.secondReminder(caseNumber, exitOn));
        timers.move(PROCESS, caseNumber, "timer_overdue", followup.overdue(caseNumber, exitOn));
        if (timers.running(FirstFollowUps.PROCESS, caseNumber)) {
            timers.move(FirstFollowUps.PROCESS, caseNumber, "timer_first", revisit.day(caseNumber));
        }
        List<String> days = followup.contactDays(caseNumber, exitOn);
        timers.rounds(PROCESS, caseNumber, "timer_contact", Beginning.CONTACTS_MADE)
                .forEach(round ->
                        timers.move(PROCESS, caseNumber, "timer_contact", followup.contactDay(days.get(round))));
    }
}
