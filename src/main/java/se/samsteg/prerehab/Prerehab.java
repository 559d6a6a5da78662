package se.samsteg.prerehab;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import se.samsteg.form.Refused;
import se.samsteg.form.TaskTexts;
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
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final GroupResults results;
    private final TaskTexts texts;

    Prerehab(
            Facts facts,
            Programmes programmes,
            Programme programme,
            Clock clock,
            ApplicationEventPublisher events,
            GroupResults results,
            TaskTexts texts) {
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
        this.clock = clock;
        this.events = events;
        this.results = results;
        this.texts = texts;
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
        var assessment = last(facts.all(caseNumber, SupportAssessment.class));
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
        facts.record(task, GroupEvaluation.class);
        String caseNumber = (String) task.getVariable("caseNumber");
        texts.rewrite(caseNumber, (key, shown) -> key.equals("groupResult") ? groupResult(caseNumber) : shown);
    }

    /** What was said of the participant's groups, the newest first, for the coach who decides the next step. */
    public String groupResult(String caseNumber) {
        return results.of(caseNumber);
    }

    public void recordIndividualNeed(DelegateTask task) {
        facts.record(task, IndividualNeed.class);
        events.publishEvent(new NeedRecorded((String) task.getVariable("caseNumber")));
    }

    public void recordSupportAssessment(DelegateTask task) {
        SupportAssessment assessment = facts.record(task, SupportAssessment.class);
        if (assessment.assessedOn().isAfter(LocalDate.now(clock))) {
            throw new Refused("Bedömningen gjordes: ange en dag som har varit.");
        }
        events.publishEvent(new AssessmentRecorded((String) task.getVariable("caseNumber")));
    }

    /** When the coach is asked to go on without the assessment: the programme's time after it was due. */
    public Date assessmentLate(DelegateExecution execution) {
        Settings settings = programmes.of((String) execution.getVariable("caseNumber"));
        return programme.morning(LocalDate.now(clock)
                .plus(settings.due("prerehab-support-assessment"))
                .plus(settings.alerts().assessmentMissingAfter()));
    }

    public void recordWithoutAssessment(DelegateTask task) {
        facts.record(task, WithoutAssessment.class);
    }
}
