package se.samsteg.measure;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Extern insats: what another party promised, asked about until it is there, refused or no longer needed. */
@Phase("measure")
public class Measure {

    private final Forms forms;
    private final CaseFiles cases;
    private final ReportedPromises reported;
    private final RecordedPromises recorded;
    private final OverdueMeasures overdue;
    private final FollowUps followUps;

    Measure(
            Forms forms,
            CaseFiles cases,
            ReportedPromises reported,
            RecordedPromises recorded,
            OverdueMeasures overdue,
            FollowUps followUps) {
        this.forms = forms;
        this.cases = cases;
        this.reported = reported;
        this.recorded = recorded;
        this.overdue = overdue;
        this.followUps = followUps;
    }

    /**
     * Takes a promise that a member of staff who works with the participant has heard of.
     *
     * @throws Refused if it is no open case of theirs, or it is not named who promised
     */
    public void promise(DelegateExecution execution) {
        ReportedPromises.Opened opened = reported.add(forms.ofStart(execution));
        execution.setProcessBusinessKey(opened.caseNumber());
        execution.setVariable("measureId", opened.id().toString());
    }

    /** Opens the promises of the action plan; models up to 8a78509 call it. What is open already is not opened again. */
    public void fromPlan(String caseNumber) {
        recorded.openOfPlan(caseNumber);
    }

    /** As {@link #fromPlan} about needs; models up to 8a78509 call it. */
    public void fromNeed(String caseNumber) {
        recorded.openOfNeeds(caseNumber);
    }

    /** As {@link #fromPlan} about assessments; models up to 8a78509 call it. */
    public void fromAssessment(String caseNumber) {
        recorded.openOfAssessments(caseNumber);
    }

    /** User id of the coach; null before there is one, when it is up to the programme lead. */
    public @Nullable String coach(String caseNumber) {
        return cases.actingCoach(caseNumber);
    }

    /** The day until which it is promised. */
    public Date due(String measureId) {
        return overdue.due(UUID.fromString(measureId));
    }

    /** The day after, or tomorrow where that day was over when it was written down. */
    public Date overdueOn(String measureId) {
        return overdue.overdueOn(UUID.fromString(measureId));
    }

    /** When it has lain too long after that without any attempt. */
    public Date stillOverdueOn(String measureId) {
        return overdue.stillOverdueOn(UUID.fromString(measureId));
    }

    /**
     * Counts that it is late and says who is to know, as {@code toldNow}: {@code coach} the first time, then
     * {@code lead}, but {@code nobody} while the lead has an open task about it or has been told about this day.
     */
    public void overdue(DelegateExecution execution) {
        UUID id = UUID.fromString((String) execution.getVariable("measureId"));
        execution.setVariable("toldNow", overdue.count(id, execution.getProcessInstanceId()));
    }

    /** The measure and the attempts so far, the newest first, by the keys of the forms that show them. */
    public Map<String, String> shown(String measureId) {
        return followUps.shown(UUID.fromString(measureId));
    }

    /** @throws Refused if the contact is still to come, or the measure was over before it began */
    public void recordFollowUp(DelegateTask task) {
        followUps.record(task, measureId(task));
    }

    public void recordRaise(DelegateTask task) {
        followUps.recordRaise(task, measureId(task));
    }

    private static UUID measureId(DelegateTask task) {
        return UUID.fromString((String) task.getVariable("measureId"));
    }

    /** @param outcome done, discontinued, refused, not-needed or case-closed */
    public void conclude(String measureId, String outcome) {
        followUps.conclude(UUID.fromString(measureId), outcome);
    }
}
