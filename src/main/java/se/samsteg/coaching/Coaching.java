package se.samsteg.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Coaching beside every step: talks, plan reviews, progress, and the decision which step follows. */
@Phase("coaching")
public class Coaching {

    private final Facts facts;
    private final Talks talks;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final Programme programme;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Coaching(
            Facts facts,
            Talks talks,
            CaseFiles cases,
            Programmes programmes,
            Programme programme,
            Clock clock,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.talks = talks;
        this.cases = cases;
        this.programmes = programmes;
        this.programme = programme;
        this.clock = clock;
        this.events = events;
    }

    /** When the next talk is: the booked day, otherwise by the participant's interval. */
    public Date talkDue(String caseNumber) {
        return programme.morning(talks.next(caseNumber));
    }

    /** Whether the form proposes that the participant rates the own situation at the next talk. */
    public boolean scalesDue(String caseNumber) {
        return talks.scalesDue(caseNumber);
    }

    /** The step on the ladder that the last talk named; null before the first talk. */
    public @Nullable String currentStep(String caseNumber) {
        return talks.of(caseNumber).stream()
                .map(talk -> talk.content().step())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** @throws se.samsteg.form.Refused if the talk is against a rule */
    public void recordTalk(DelegateTask task) {
        facts.record(task, Talk.class).recordedOn(LocalDate.now(clock));
        events.publishEvent(new TalkRecorded((String) task.getVariable("caseNumber")));
    }

    /**
     * When the lead is told that no member of staff has met the participant: once for each full period without contact,
     * always in the future, so that booking and missing one talk after another does not repeat what was told.
     */
    public Date noContactDue(String caseNumber) {
        return programme.stillToCome(
                talks.lastContact(caseNumber), settings(caseNumber).noContactAlertAfter());
    }

    /** Whether the participant came to the talk that was recorded last. */
    public boolean met(String caseNumber) {
        var recorded = talks.of(caseNumber);
        return !recorded.isEmpty()
                && recorded.get(recorded.size() - 1).content().held();
    }

    /** When the coach checks how the start went. */
    public Date checkInDue(String caseNumber) {
        return programme.morning(
                LocalDate.now(clock).plus(programmes.of(caseNumber).planning().checkInAfter()));
    }

    /** @throws se.samsteg.form.Refused if something did not start and nothing is to be changed */
    public void recordCheckIn(DelegateTask task) {
        facts.record(task, CheckIn.class);
    }

    /** Whether the action plan was agreed as a preliminary one. */
    public boolean planPreliminary(String caseNumber) {
        return talks.plan(caseNumber)
                .map(plan -> Boolean.TRUE.equals(plan.content().preliminary()))
                .orElse(false);
    }

    /** When a preliminary plan must be complete, counted from the day it was written. */
    public Date planCompletionDue(String caseNumber) {
        LocalDate written =
                talks.plan(caseNumber).map(plan -> talks.day(plan.at())).orElseGet(() -> LocalDate.now(clock));
        return programme.morning(
                written.plus(programmes.of(caseNumber).planning().completePreliminaryPlanWithin()));
    }

    public void recordPlanCompletion(DelegateTask task) {
        facts.record(task, PlanCompletion.class);
        events.publishEvent(new PlanRevised((String) task.getVariable("caseNumber")));
    }

    /** Every plan review from the first on, as an ISO 8601 repetition {@code R/start/period}. */
    public String planReviewCycle(String caseNumber) {
        Period every = settings(caseNumber).planReviewEvery();
        Date first = programme.morning(LocalDate.now(clock).plus(every));
        return "R/%s/%s"
                .formatted(
                        LocalDateTime.ofInstant(first.toInstant(), clock.getZone())
                                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                        every);
    }

    /** For cases whose model asks here and not the programme when a plan review should be done. */
    public Date planReviewDue() {
        return programme.dueIn("P1W");
    }

    /** When the lead is told that a plan review that is due now has not been done. */
    public Date planReviewOverdue(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        return programme.morning(LocalDate.now(clock)
                .plus(settings.due("coaching-plan-review"))
                .plus(settings.alerts().planReviewOverdueAfter()));
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

    /** When the end is prepared: the longest stay from enrolment, less the programme's time for preparing. */
    public Date longestStayDue(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        LocalDate from = file.enrolledOn() == null ? file.openedOn() : file.enrolledOn();
        return programme.morning(from.plus(settings(caseNumber).longestStay())
                .minus(settings(caseNumber).prepareEndBefore()));
    }

    public void recordEndPreparation(DelegateTask task) {
        facts.record(task, EndPreparation.class);
    }

    /** @throws se.samsteg.form.Refused if nothing is booked or the programme has no such step */
    public void recordNextStep(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        facts.record(task, NextStep.class).decidedOn(LocalDate.now(clock), programmes.of(caseNumber));
    }

    private Settings.Coaching settings(String caseNumber) {
        return programmes.of(caseNumber).coaching();
    }
}
