package se.samsteg.admission;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.person.Statements;

/** Antagning: the case gets a place or waits for one, and the person is called to enrolment. */
@Phase("admission")
public class Admission {

    private final OfferedPlaces places;
    private final Priority priority;
    private final WaitingTimes waiting;
    private final Statements statements;
    private final Facts facts;
    private final Documents documents;
    private final Calls calls;

    Admission(
            OfferedPlaces places,
            Priority priority,
            WaitingTimes waiting,
            Statements statements,
            Facts facts,
            Documents documents,
            Calls calls) {
        this.places = places;
        this.priority = priority;
        this.waiting = waiting;
        this.statements = statements;
        this.facts = facts;
        this.documents = documents;
        this.calls = calls;
    }

    /** @return whether the case got a place; if not, it must be queued in the same transaction */
    public boolean seekPlace(String caseNumber) {
        return places.seek(caseNumber);
    }

    /** Id of the decision that ranks those who wait for a place in the case's programme. */
    public String decision(String caseNumber) {
        return priority.decision(caseNumber);
    }

    /**
     * What that decision reads, transient so that it is stored nowhere: the referral's answers by the form's keys,
     * {@code age}, and to a day and a list also {@code <key>Years} and {@code <key>Count}.
     */
    public TypedValue referred(String caseNumber) {
        return Variables.untypedValue(priority.referred(caseNumber), true);
    }

    /** For models up to c8e22f7: in whole years today; null if the birth date is not known. */
    public @Nullable Integer age(String caseNumber) {
        return (Integer) priority.referred(caseNumber).get(Priority.AGE);
    }

    /** For models up to c8e22f7. */
    public boolean childrenToSupport(String caseNumber) {
        return Boolean.TRUE.equals(priority.referred(caseNumber).get("childrenToSupport"));
    }

    /** For models up to c8e22f7, which only a programme ran that lets parents go first. */
    public boolean parentsFirst(String caseNumber) {
        return true;
    }

    /** Queues the case by what the priority decision said; called when the decision's task ends. */
    public void queue(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        var decided = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        places.queue(caseNumber, (Integer) decided.getEntry("rank"), decided.getEntry("reason"));
    }

    /** Queues a case that was in the programme before, before all others. */
    public void queueFirst(String caseNumber) {
        places.queue(caseNumber, 0, "Ärendet är återöppnat");
    }

    /** Whether the coach calls those who have a place to enrolment; a programme with an intake talk books that instead. */
    public boolean summons(String caseNumber) {
        return calls.summons(caseNumber);
    }

    /** When the caseworker gets a note about the wait, again and again: ISO 8601, {@code R/2026-12-22T08:00:00/P1M}. */
    public String noteCycle(String caseNumber) {
        return waiting.noteCycle(caseNumber);
    }

    /** When the programme lead is told that a case has waited long. */
    public Date alertDue(String caseNumber) {
        return waiting.alertDue(caseNumber);
    }

    /** A letter for the coach to start from. */
    public String letterText(String caseNumber) {
        return calls.letterText(caseNumber);
    }

    /** When the person is called: the day of the next try, if the last one had no answer. */
    public Date summonsDue(String caseNumber) {
        return calls.due(caseNumber);
    }

    /** The tries that had no answer, a line each; null before the first. */
    public @Nullable String tries(String caseNumber) {
        return calls.tries(caseNumber);
    }

    /** Whether the person has said yes or no to the place. */
    public boolean answered(String caseNumber) {
        return calls.answered(caseNumber);
    }

    /** When the lead is told that the person has a place and has not been reached. */
    public Date noContactDue(String caseNumber) {
        return calls.noContactDue(caseNumber);
    }

    /** What the referral says of a person who was known before, to be taken over or not. */
    public List<Choice> stated(String caseNumber) {
        return statements.toDecide(caseNumber);
    }

    /** Records how the person was called and, with the answer, what of the referral holds of the person from now on. */
    public void recordSummons(DelegateTask task) {
        Summons summons = facts.record(task, Summons.class);
        if (summons.answered()) {
            statements.decide(
                    (String) task.getVariable("caseNumber"),
                    Objects.requireNonNullElse(summons.takenOver(), List.of()));
        }
    }

    /** Frees the case's place and offers it at once to the first in the queue. Doing so twice changes nothing. */
    public void freePlace(String caseNumber) {
        leave(caseNumber);
    }

    /** Takes the case out of the queue or frees its place, whichever it has. Doing so twice changes nothing. */
    public void leave(String caseNumber) {
        places.leave(caseNumber);
    }

    /** Draws up what the authorities recommend to a person who declined the place. */
    public void drawUpRecommendation(String caseNumber) {
        Summons summons = facts.latest(caseNumber, Summons.class).orElseThrow();
        documents.drawUp(
                caseNumber,
                "admission-recommendation",
                Map.of("recommendation", Objects.requireNonNull(summons.recommendation())));
    }
}
