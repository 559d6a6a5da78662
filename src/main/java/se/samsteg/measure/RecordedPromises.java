package se.samsteg.measure;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.coaching.PlanRevised;
import se.samsteg.coaching.TalkRecorded;
import se.samsteg.planning.PlanRecorded;
import se.samsteg.prerehab.AssessmentRecorded;
import se.samsteg.prerehab.NeedRecorded;

/** Starts a process for each promise that stands in what another phase has recorded, once. */
@Component
class RecordedPromises {

    private final Promises promises;
    private final Measures measures;
    private final RuntimeService runtime;

    RecordedPromises(Promises promises, Measures measures, @Lazy RuntimeService runtime) {
        this.promises = promises;
        this.measures = measures;
        this.runtime = runtime;
    }

    @EventListener
    void on(PlanRecorded event) {
        openOfPlan(event.caseNumber());
    }

    @EventListener
    void on(PlanRevised event) {
        openOfPlan(event.caseNumber());
    }

    @EventListener
    void on(TalkRecorded event) {
        open(promises.ofTalks(event.caseNumber()));
    }

    @EventListener
    void on(NeedRecorded event) {
        openOfNeeds(event.caseNumber());
    }

    @EventListener
    void on(AssessmentRecorded event) {
        openOfAssessments(event.caseNumber());
    }

    /** Every step of the action plan that a party outside the programme is responsible for. */
    void openOfPlan(String caseNumber) {
        open(promises.ofPlan(caseNumber));
    }

    /** What was promised about a need that showed in a group. */
    void openOfNeeds(String caseNumber) {
        open(promises.ofNeeds(caseNumber));
    }

    /** What was promised at the occupational therapist's assessment. */
    void openOfAssessments(String caseNumber) {
        open(promises.ofAssessments(caseNumber));
    }

    private void open(List<Promised> all) {
        all.stream().filter(measures::add).forEach(promised -> runtime.createMessageCorrelation("measure.promised")
                .processInstanceBusinessKey(promised.caseNumber())
                .setVariable("caseNumber", promised.caseNumber())
                .setVariable("measureId", promised.id().toString())
                .correlateStartMessage());
    }
}
