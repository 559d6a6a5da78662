package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programmes;

/** Coaching beside every step: talks, plan reviews, progress, and the decisions which step follows and when the exit begins. */
@Phase("coaching")
public class Coaching {

    private final Facts facts;
    private final Talks talks;
    private final CoachingDays days;
    private final ExitDecision exit;
    private final CarePause pause;
    private final Programmes programmes;
    private final ApplicationEventPublisher events;

    Coaching(
            Facts facts,
            Talks talks,
            CoachingDays days,
            ExitDecision exit,
            CarePause pause,
            Programmes programmes,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.talks = talks;
        this.days = days;
        this.exit = exit;
        this.pause = pause;
        this.programmes = programmes;
        this.events = events;
    }

    /** When the next talk is: the booked day, otherwise by the participant's interval. */
    public Date talkDue(String caseNumber) {
        return days.talk(caseNumber);
    }

    /** What is booked with the participant, by the keys of the talk's form. */
    public Map<String, String> booked(String caseNumber) {
        return talks.booked(caseNumber);
    }

    /** The day that the form proposes for the talk after this one, as ISO date; null where it proposes none. */
    public @Nullable String nextTalkProposed(String caseNumber) {
        return days.proposed(caseNumber);
    }

    /** Whether the form proposes that the participant rates the own situation at the next talk. */
    public boolean scalesDue(String caseNumber) {
        return talks.scalesDue(caseNumber);
    }

    /** Nothing: talks of models up to 31d334d asked for the step, and this was the answer of the talk before. */
    public @Nullable String currentStep(String caseNumber) {
        return null;
    }

    /** What the talk's form says of a care pause, in Swedish; null without one. */
    public @Nullable String pauseState(String caseNumber) {
        return pause.text(caseNumber);
    }

    /** What the talk's form says of a running exit, in Swedish; null without one. */
    public @Nullable String exitState(DelegateExecution execution) {
        return exit.state(execution);
    }

    /** @throws se.samsteg.form.Refused if the talk is against a rule */
    public void recordTalk(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Talk talk = facts.record(task, Talk.class);
        talk.recordedOn(days.today());
        exit.check(caseNumber, talk);
        events.publishEvent(new TalkRecorded(caseNumber));
    }

    /**
     * Tells the programme what a talk decided of the exit.
     *
     * @param execution holds {@code undoExit}, true if the exit is taken back and otherwise it begins
     */
    public void changeExit(DelegateExecution execution) {
        exit.decide(execution);
    }

    /** Begins the exit as the next step; one that a talk has begun meanwhile goes on as it is. */
    public void beginExit(String caseNumber) {
        exit.beginFromLadder(caseNumber);
    }

    /**
     * When the lead is told that no member of staff has met the participant: once for each full period without contact,
     * always in the future, so that booking and missing one talk after another does not repeat what was told.
     */
    public Date noContactDue(String caseNumber) {
        return days.noContact(caseNumber);
    }

    /** Whether the participant came to the talk that was recorded last. */
    public boolean met(String caseNumber) {
        var recorded = talks.of(caseNumber);
        return !recorded.isEmpty()
                && recorded.get(recorded.size() - 1).content().held();
    }

    /** When the coach checks how the start went; not again in a case that was opened again, if it is done. */
    public Date checkInDue(String caseNumber) {
        return days.checkIn(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if something did not start and nothing is to be changed */
    public void recordCheckIn(DelegateTask task) {
        facts.record(task, CheckIn.class);
    }

    /** Whether the action plan was agreed as a preliminary one and has not been completed since. */
    public boolean planPreliminary(String caseNumber) {
        return talks.planPreliminary(caseNumber);
    }

    /** When a preliminary plan must be complete, counted from the day it was written. */
    public Date planCompletionDue(String caseNumber) {
        return days.planCompletion(caseNumber);
    }

    public void recordPlanCompletion(DelegateTask task) {
        facts.record(task, PlanCompletion.class);
        events.publishEvent(new PlanRevised((String) task.getVariable("caseNumber")));
    }

    /** Every plan review from the first on, as an ISO 8601 repetition {@code R/start/period}. */
    public String planReviewCycle(String caseNumber) {
        return days.planReviewCycle(caseNumber);
    }

    /** By when a plan review that begins now should be done. */
    public Date planReviewDue(String caseNumber) {
        return days.planReview(caseNumber);
    }

    /** For cases of an earlier model. */
    public Date planReviewDue() {
        return days.planReview();
    }

    /** Whether the last review of the plan is still to be done: a second one beside it would ask the same. */
    public boolean planReviewOpen(DelegateExecution execution) {
        return execution
                        .getProcessEngineServices()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey("userTask_reviewPlan")
                        .count()
                > 0;
    }

    /** When the lead is told that a plan review that is due now has not been done. */
    public Date planReviewOverdue(String caseNumber) {
        return days.planReviewOverdue(caseNumber);
    }

    /** Baseline beside the latest talk, a line for each scale. */
    public String progress(String caseNumber) {
        return talks.progress(caseNumber).text();
    }

    /** @throws se.samsteg.form.Refused if what is revised and what is said about it differ */
    public void recordPlanReview(DelegateTask task) {
        facts.record(task, PlanReview.class);
        events.publishEvent(new PlanRevised((String) task.getVariable("caseNumber")));
    }

    /** When the end is prepared: the longest stay from enrolment or its extension, less the time for preparing. */
    public Date longestStayDue(String caseNumber) {
        return days.endPreparation(caseNumber);
    }

    /** Until when the participant stays at most, by the keys of the form in which the end is prepared. */
    public Map<String, String> endOfStay(String caseNumber) {
        return Map.of("stayUntil", days.endOfStay(caseNumber).toString());
    }

    /** @throws se.samsteg.form.Refused if an extension has no reason or does not go beyond the longest stay */
    public void recordEndPreparation(DelegateTask task) {
        LocalDate end = days.endOfStay((String) task.getVariable("caseNumber"));
        facts.record(task, EndPreparation.class).beyond(end);
    }

    /** @throws se.samsteg.form.Refused if nothing is booked or the programme has no such step */
    public void recordNextStep(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        facts.record(task, NextStep.class).decidedOn(days.today(), programmes.of(caseNumber));
    }
}
