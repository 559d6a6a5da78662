package se.samsteg.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.form.TaskTexts;
import se.samsteg.group.GroupTypeChanged;

/** Insats vid sidan av: a step of the ladder that runs beside the main step, such as a group beside work training. */
@Phase("activity")
public class Activity {

    private static final String ENDED = "activity.ended";

    /** In the process: which of the steps beside the main step it is. */
    private static final String STEP_BESIDE = "stepBeside";

    /** What tasks show of the steps. */
    private static final String SHOWN = "currentStep";

    /**
     * A step of the ladder that a participant is on or was on.
     *
     * @param step its code, or exit
     * @param name as the programme calls it
     * @param beside whether it runs beside the main step
     * @param until its last day; null while it runs
     */
    public record StepTaken(
            String step,
            String name,
            boolean beside,
            LocalDate since,
            @Nullable LocalDate until) {

        /** Such as {@code sedan 2027-02-01} or {@code 2027-02-01 till 2027-04-26}. */
        public String days() {
            return until == null ? "sedan " + since : since + " till " + until;
        }
    }

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final CasePhase casefile;
    private final Ladder ladder;
    private final TaskTexts texts;
    private final RuntimeService runtime;

    Activity(
            Forms forms,
            Facts facts,
            OwnCases ownCases,
            CasePhase casefile,
            Ladder ladder,
            TaskTexts texts,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.casefile = casefile;
        this.ladder = ladder;
        this.texts = texts;
        this.runtime = runtime;
    }

    /**
     * Takes up that a step begins beside the main step, or that one ends before its time.
     *
     * @throws Refused if it is no open case of the coach or lead, the programme does not allow the step beside the main step,
     *     the step runs already, or the one that ends does not run
     */
    public void receive(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ActivityChange change = form.as(ActivityChange.class);
        String caseNumber = ownCases.getWholly(change.caseNumber()).caseNumber();
        execution.setProcessBusinessKey(caseNumber);
        if (change.begins()) {
            if (casefile.exiting(caseNumber) || casefile.waitsAgain(caseNumber)) {
                throw new Refused(
                        "Ärende: inget nytt kan börja vid sidan av när utslussningen pågår eller ärendet väntar på "
                                + "en plats.");
            }
            execution.setVariable(
                    STEP_BESIDE, ladder.begin(caseNumber, change.wanted()).toString());
        } else {
            execution.setVariable(
                    STEP_BESIDE,
                    ladder.running(caseNumber, change.step(), change.wantedGroup())
                            .toString());
        }
        facts.append(caseNumber, null, form, change);
        show(caseNumber);
    }

    /**
     * Keeps the last day of a step that has ended beside the main step, also before its time. A process from before there
     * could be several of a step does not know which it is: it began first.
     */
    public void end(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        if (execution.getVariable(STEP_BESIDE) instanceof String id) {
            ladder.end(UUID.fromString(id));
            show(caseNumber);
        } else {
            end(caseNumber, (String) execution.getVariable("step"));
        }
    }

    /** As {@link #end(DelegateExecution)}; models up to b17591d call it. */
    public void end(String caseNumber, String step) {
        ladder.end(caseNumber, step);
        show(caseNumber);
    }

    /** Tells the process of a step beside the main step that it ends before its time. */
    public void announceEnd(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Object which = execution.getVariable(STEP_BESIDE);
        Object step = execution.getVariable("step");
        List<Execution> hearing = runtime.createExecutionQuery()
                .messageEventSubscriptionName(ENDED)
                .processInstanceBusinessKey(caseNumber)
                .list();
        Stream.of(having(hearing, STEP_BESIDE, which), having(having(hearing, STEP_BESIDE, null), "step", step))
                .filter(meant -> !meant.isEmpty())
                .findFirst()
                .ifPresent(meant -> meant.forEach(one -> runtime.messageEventReceived(ENDED, one.getId())));
    }

    private List<Execution> having(List<Execution> executions, String variable, @Nullable Object value) {
        return executions.stream()
                .filter(one -> Objects.equals(runtime.getVariable(one.getId(), variable), value))
                .toList();
    }

    @EventListener
    void on(GroupTypeChanged event) {
        ladder.changeGroup(event.caseNumber(), event.from(), event.to());
        show(event.caseNumber());
    }

    /** Ends all that runs beside the main step of a participation that is discontinued. */
    public void discontinue(String caseNumber) {
        runtime.createMessageCorrelation(ENDED)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }

    /**
     * Follows the decision on the next main step.
     *
     * @throws Refused if that step runs beside already
     */
    public void follow(String caseNumber) {
        ladder.mayFollow(caseNumber);
        show(caseNumber);
    }

    /** The main step and what runs beside it, each with its first day, a line each. */
    public String currentStep(String caseNumber) {
        return ladder.text(caseNumber);
    }

    /** The main step, and what runs or ran beside one. */
    public List<StepTaken> steps(String caseNumber) {
        return ladder.taken(caseNumber);
    }

    /** Steps that the participant has been on as main steps, and exit if the way out was begun. */
    public Set<String> begun(String caseNumber) {
        return ladder.begun(caseNumber);
    }

    private void show(String caseNumber) {
        String now = ladder.text(caseNumber);
        texts.rewrite(caseNumber, (key, shown) -> key.equals(SHOWN) ? now : shown);
    }
}
