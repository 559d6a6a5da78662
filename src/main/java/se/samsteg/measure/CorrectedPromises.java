package se.samsteg.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.engine.CaseTimers.About;
import se.samsteg.form.TaskTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.rectification.FactCorrected;

/** A corrected day by which something is promised holds for what is followed up, and moves it. */
@Component
class CorrectedPromises {

    private static final String PROCESS = "measure";
    private static final String ABOUT = "measureId";

    private final Promises promises;
    private final Measures measures;
    private final OverdueMeasures overdue;
    private final Programmes programmes;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedPromises(
            Promises promises,
            Measures measures,
            OverdueMeasures overdue,
            Programmes programmes,
            CaseTimers timers,
            TaskTexts texts) {
        this.promises = promises;
        this.measures = measures;
        this.overdue = overdue;
        this.programmes = programmes;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        List<Promised> open = measures.open(corrected.caseNumber());
        if (!open.isEmpty()) {
            List<Promised> told = promises.all(corrected.caseNumber());
            open.forEach(measure -> until(measure, told)
                    .filter(day -> !day.equals(measure.promisedFor()))
                    .ifPresent(day -> move(measure, day)));
        }
    }

    private Optional<LocalDate> until(Promised measure, List<Promised> told) {
        return measures.told(measure.id()).or(() -> told.stream()
                .filter(one -> one.source() != null
                        && one.source().equals(measure.source())
                        && one.sourceStep() != null
                        && one.sourceStep().equals(measure.sourceStep()))
                .map(Promised::promisedFor)
                .findFirst());
    }

    private void move(Promised measure, LocalDate day) {
        UUID id = measure.id();
        String caseNumber = measure.caseNumber();
        About about = new About(ABOUT, id.toString());
        measures.promiseAnew(id, day);
        timers.due(PROCESS, caseNumber, about, "userTask_followUpMeasure", overdue.due(id));
        timers.move(PROCESS, caseNumber, about, "timer_overdue", overdue.overdueOn(id));
        timers.move(PROCESS, caseNumber, about, "timer_stillOverdue", overdue.stillOverdueOn(id));
        texts.show(
                caseNumber,
                ABOUT,
                id.toString(),
                "promise",
                measures.get(id).summary(code -> programmes.authority(caseNumber, code)));
    }
}
