package se.samsteg.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.planning.PlanRecorded;
import se.samsteg.prerehab.AssessmentRecorded;
import se.samsteg.prerehab.NeedRecorded;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** Extern insats: what another party promised, asked about until it is there, refused or no longer needed. */
@Phase("measure")
public class Measure {

    private static final int LONGEST = 4000;

    private final Forms forms;
    private final Facts facts;
    private final FormTexts texts;
    private final Measures measures;
    private final Promises promises;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Programme programme;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Clock clock;

    Measure(
            Forms forms,
            Facts facts,
            FormTexts texts,
            Measures measures,
            Promises promises,
            CaseFiles cases,
            OwnCases ownCases,
            Programme programme,
            Programmes programmes,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.texts = texts;
        this.measures = measures;
        this.promises = promises;
        this.cases = cases;
        this.ownCases = ownCases;
        this.programme = programme;
        this.programmes = programmes;
        this.runtime = runtime;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Takes a promise that a member of staff who works with the participant has heard of.
     *
     * @throws Refused if it is no open case of theirs, or it is not named who promised
     */
    public void promise(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Promise promise = form.as(Promise.class);
        CaseFile file = ownCases.getAsStaff(promise.caseNumber());
        UUID id = UUID.randomUUID();
        measures.add(promise.promised(id, today(), texts.get("measure-promise")));
        facts.append(file.caseNumber(), id.toString(), form, promise);
        execution.setProcessBusinessKey(file.caseNumber());
        execution.setVariable("measureId", id.toString());
    }

    /** Opens every step of the action plan that a party outside the programme is responsible for. */
    @EventListener
    void on(PlanRecorded event) {
        fromPlan(event.caseNumber());
    }

    /** Opens what was promised about a need that showed in a group. */
    @EventListener
    void on(NeedRecorded event) {
        fromNeed(event.caseNumber());
    }

    /** Opens what was promised at the occupational therapist's assessment. */
    @EventListener
    void on(AssessmentRecorded event) {
        fromAssessment(event.caseNumber());
    }

    /** As {@link #on(PlanRecorded)}; models up to 8a78509 call it. What is open already is not opened again. */
    public void fromPlan(String caseNumber) {
        open(promises.ofPlan(caseNumber));
    }

    /** As {@link #on(NeedRecorded)}; models up to 8a78509 call it. */
    public void fromNeed(String caseNumber) {
        open(promises.ofNeeds(caseNumber));
    }

    /** As {@link #on(AssessmentRecorded)}; models up to 8a78509 call it. */
    public void fromAssessment(String caseNumber) {
        open(promises.ofAssessments(caseNumber));
    }

    private void open(List<Promised> all) {
        all.stream().filter(measures::add).forEach(promised -> runtime.createMessageCorrelation("measure.promised")
                .processInstanceBusinessKey(promised.caseNumber())
                .setVariable("caseNumber", promised.caseNumber())
                .setVariable("measureId", promised.id().toString())
                .correlateStartMessage());
    }

    /** User id of the coach; null before there is one, when it is up to the programme lead. */
    public @Nullable String coach(String caseNumber) {
        return cases.actingCoach(caseNumber);
    }

    /** The day until which it is promised. */
    public Date due(String measureId) {
        return programme.morning(get(measureId).promisedFor());
    }

    /** The day after, or tomorrow where that day was over when it was written down. */
    public Date overdueOn(String measureId) {
        return programme.morning(lateOn(measureId));
    }

    /** When it has lain too long after that without any attempt. */
    public Date stillOverdueOn(String measureId) {
        return programme.morning(lateOn(measureId)
                .plus(programmes.of(get(measureId).caseNumber()).measure().unattendedAfter()));
    }

    private LocalDate lateOn(String measureId) {
        LocalDate promisedFor = get(measureId).promisedFor();
        return (promisedFor.isBefore(today()) ? today() : promisedFor).plusDays(1);
    }

    /**
     * Counts that it is late and says who is to know, as {@code toldNow}: {@code coach} the first time, then
     * {@code lead}, but {@code nobody} while the lead has an open task about it or has been told about this day.
     */
    public void overdue(DelegateExecution execution) {
        UUID id = UUID.fromString((String) execution.getVariable("measureId"));
        Measures.Lateness late = measures.countOverdue(id);
        String told = late.timesOverdue() == 1 ? "coach" : "nobody";
        if (late.concernsTheLead() && !leadIsAtIt(execution)) {
            measures.raised(id);
            told = "lead";
        }
        execution.setVariable("toldNow", told);
    }

    private boolean leadIsAtIt(DelegateExecution execution) {
        return tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey("userTask_raise")
                        .count()
                > 0;
    }

    /** The measure and the attempts so far, the newest first, by the keys of the forms that show them. */
    public Map<String, String> shown(String measureId) {
        FormText form = texts.get("measure-follow-up");
        String attempts = measures.attempts(UUID.fromString(measureId)).stream()
                .map(attempt -> "%s, %s med %s: %s"
                        .formatted(
                                attempt.contactedOn(),
                                StringUtils.uncapitalize(form.option("contactBy", attempt.contactBy())),
                                attempt.contactWith(),
                                attempt.result()))
                .collect(Collectors.joining("\n"));
        return Map.of(
                "promise",
                get(measureId).summary(programmes::authority),
                "attempts",
                attempts.substring(0, Math.min(attempts.length(), LONGEST)));
    }

    /** @throws Refused if the contact is still to come */
    public void recordFollowUp(DelegateTask task) {
        String measureId = (String) task.getVariable("measureId");
        FollowUp followUp = facts.record(task, FollowUp.class, measureId);
        followUp.by(today());
        if (FollowUp.State.WAITING.is(followUp.state())) {
            measures.promiseAnew(UUID.fromString(measureId), Objects.requireNonNull(followUp.newPromisedFor()));
        }
    }

    public void recordRaise(DelegateTask task) {
        facts.record(task, Raise.class, (String) task.getVariable("measureId"));
    }

    /** @param outcome done, refused, not-needed or case-closed */
    public void conclude(String measureId, String outcome) {
        measures.end(UUID.fromString(measureId), outcome, today());
    }

    private Promised get(String measureId) {
        return measures.get(UUID.fromString(measureId));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
