package se.samsteg.prerehab;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The strengthening step: a group, the occupational therapist's assessment, or both, as was last decided. */
@Phase("prerehab")
public class Prerehab {

    /** The step of the ladder that this phase is. */
    private static final String STEP = "prerehab";

    private final Facts facts;
    private final Programmes programmes;
    private final Programme programme;
    private final ApplicationEventPublisher events;
    private final GroupResults results;
    private final Assessments assessments;
    private final Therapist therapist;

    Prerehab(
            Facts facts,
            Programmes programmes,
            Programme programme,
            ApplicationEventPublisher events,
            GroupResults results,
            Assessments assessments,
            Therapist therapist) {
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
        this.events = events;
        this.results = results;
        this.assessments = assessments;
        this.therapist = therapist;
    }

    /** What this phase needs of the action plan. */
    @FactOf("planning-action-plan")
    record Plan(@Nullable String wantedGroup, @Nullable Boolean wantsAssessment) {}

    /** What it needs of a decision which step follows. */
    @FactOf("coaching-next-step")
    record Decision(
            String nextStep,
            @Nullable String wantedGroup,
            @Nullable Boolean wantsAssessment) {}

    /** And of a decision that this step begins beside another. */
    @FactOf("activity-change")
    record Beside(
            String change,
            String step,
            @Nullable String wantedGroup,
            @Nullable Boolean wantsAssessment) {

        @OptionsOf("activity-change.change")
        enum Change implements Code {
            BEGIN
        }

        boolean begins() {
            return Change.BEGIN.is(change) && STEP.equals(step);
        }
    }

    /**
     * Tells the process what there is to do: {@code wantsGroup}, {@code groupType} and {@code wantsAssessment}. The step may
     * be taken again: what counts is the newest of the plan, the decision to take the step and, for the group, what was
     * wanted at the last group's evaluation. What has been assessed since then is not assessed once more.
     */
    public void readPlan(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Facts.Entry<Plan> plan = lastPlan(caseNumber);
        var evaluation = last(facts.all(caseNumber, GroupEvaluation.class));
        var assessment = assessments.last(caseNumber).orElse(null);
        Instant planned = plan == null ? Instant.MIN : plan.at();

        String wanted = plan == null ? null : plan.content().wantedGroup();
        if (evaluation != null && evaluation.at().isAfter(planned)) {
            wanted = evaluation.content().followOn();
        }
        String groupType = Objects.requireNonNullElse(wanted, Settings.Group.NONE);
        boolean assessed = assessment != null && assessment.at().isAfter(planned);

        execution.setVariable("groupType", groupType);
        execution.setVariable("wantsGroup", !Settings.Group.NONE.equals(groupType));
        execution.setVariable(
                "wantsAssessment",
                !assessed && plan != null && Boolean.TRUE.equals(plan.content().wantsAssessment()));
    }

    /** The plan as it was written, or as a later decision to take this step, as the main step or beside it, puts it. */
    private Facts.@Nullable Entry<Plan> lastPlan(String caseNumber) {
        Stream<Facts.Entry<Plan>> decided = facts.all(caseNumber, Decision.class).stream()
                .filter(entry -> STEP.equals(entry.content().nextStep()))
                .map(entry -> plan(
                        entry, entry.content().wantedGroup(), entry.content().wantsAssessment()));
        Stream<Facts.Entry<Plan>> beside = facts.all(caseNumber, Beside.class).stream()
                .filter(entry -> entry.content().begins())
                .map(entry -> plan(
                        entry, entry.content().wantedGroup(), entry.content().wantsAssessment()));
        return Stream.of(facts.all(caseNumber, Plan.class).stream(), decided, beside)
                .flatMap(plans -> plans)
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .orElse(null);
    }

    private static Facts.Entry<Plan> plan(
            Facts.Entry<?> decided, @Nullable String wantedGroup, @Nullable Boolean wantsAssessment) {
        return new Facts.Entry<>(
                decided.id(),
                decided.at(),
                decided.by(),
                decided.formVersion(),
                new Plan(wantedGroup, wantsAssessment),
                decided.corrected());
    }

    private static <T> Facts.@Nullable Entry<T> last(List<Facts.Entry<T>> entries) {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** The group types of the case's programme. */
    public List<Choice> groupTypes(String caseNumber) {
        return programmes.of(caseNumber).groups().stream()
                .map(group -> new Choice(group.name(), group.type()))
                .toList();
    }

    /** What the group gave; the coach who is deciding the next step reads it at once. */
    public void recordGroupEvaluation(DelegateTask task) {
        results.record(task);
    }

    /** What was said of the participant's groups, the newest first, for the coach who decides the next step. */
    public String groupResult(String caseNumber) {
        return results.of(caseNumber);
    }

    public void recordIndividualNeed(DelegateTask task) {
        facts.record(task, IndividualNeed.class);
        events.publishEvent(new NeedRecorded((String) task.getVariable("caseNumber")));
    }

    /** When and where the therapist meets the participant. */
    public void bookAssessment(DelegateTask task) {
        assessments.book(task);
    }

    /** User id of the coach where the programme's coaches assess; otherwise null. */
    public @Nullable String coach(String caseNumber) {
        return therapist.coach(caseNumber);
    }

    /**
     * User id of the coach, or of the therapist who agreed the time, who meets the participant; null if that is no therapist, or is none any
     * more.
     */
    public @Nullable String therapist(String caseNumber) {
        return therapist.of(caseNumber);
    }

    /** The morning of the day that was agreed last. */
    public Date assessmentDay(String caseNumber) {
        return programme.morning(assessments.day(caseNumber));
    }

    /** What was agreed and what came of the earlier times, as the form shows it. */
    public String bookedAssessment(String caseNumber) {
        return assessments.booked(caseNumber);
    }

    /** Records the assessment; a meeting that was not held has a new day, and counts if the participant did not come. */
    public void recordSupportAssessment(DelegateTask task) {
        assessments.record(task);
    }

    /** Whether the meeting that was recorded last was held. */
    public boolean assessed(String caseNumber) {
        return assessments.held(caseNumber);
    }

    /** When the coach is asked to go on without the assessment: the programme's time after it was due. */
    public Date assessmentLate(DelegateExecution execution) {
        Settings settings = programmes.of((String) execution.getVariable("caseNumber"));
        return programme.morning(programme
                .today()
                .plus(settings.due("prerehab-support-assessment"))
                .plus(settings.alerts().assessmentMissingAfter()));
    }

    public void recordWithoutAssessment(DelegateTask task) {
        facts.record(task, WithoutAssessment.class);
    }
}
