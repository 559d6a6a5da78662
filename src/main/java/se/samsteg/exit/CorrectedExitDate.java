package se.samsteg.exit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.rectification.FactCorrected;

/** A corrected exit date moves the timer that closes the case, or the day on which it was closed. */
@Component
class CorrectedExitDate {

    private final Outcomes outcomes;
    private final CaseFiles cases;
    private final CaseTimers timers;
    private final Programme programme;
    private final Clock clock;

    CorrectedExitDate(Outcomes outcomes, CaseFiles cases, CaseTimers timers, Programme programme, Clock clock) {
        this.outcomes = outcomes;
        this.cases = cases;
        this.timers = timers;
        this.programme = programme;
        this.clock = clock;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (!corrected.is("exit-outcome", "exitOn")) {
            return;
        }
        LocalDate day = outcomes.of(corrected.caseNumber()).exitOn();
        LocalDate today = LocalDate.now(clock);
        CaseFile file = cases.get(corrected.caseNumber());
        List<String> wrong = new ArrayList<>(Outcome.outOfBounds(day, today, file.enrolledOn()));
        if (file.closedOn() != null && day.isAfter(today)) {
            wrong.add("Slutdatum: ärendet är avslutat. Välj en dag som inte ligger framåt i tiden.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        if (file.closedOn() != null) {
            cases.correctClosing(file.caseNumber(), day);
        }
        timers.count("exit", file.caseNumber(), "exitOn", day.toString());
        timers.move("exit", file.caseNumber(), "timer_exitDay", programme.morning(day));
    }
}
