package se.samsteg.exit;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The way out: measurement, outcome and återremiss. */
@Phase("exit")
public class Exit {

    private final Facts facts;
    private final Outcomes outcomes;
    private final ReferralsBack referralsBack;
    private final CasePhase casefile;
    private final Programmes programmes;
    private final Programme programme;
    private final ApplicationEventPublisher events;

    Exit(
            Facts facts,
            Outcomes outcomes,
            ReferralsBack referralsBack,
            CasePhase casefile,
            Programmes programmes,
            Programme programme,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.outcomes = outcomes;
        this.referralsBack = referralsBack;
        this.casefile = casefile;
        this.programmes = programmes;
        this.programme = programme;
        this.events = events;
    }

    public void recordMeasurement(DelegateTask task) {
        facts.record(task, Measurement.class);
    }

    /**
     * The exit ground where participation was discontinued; null where the coach decides it.
     *
     * @param execution may hold {@code ground} as the interruption or repeated no-shows give it
     */
    public @Nullable String ground(DelegateExecution execution) {
        return outcomes.discontinued(execution)
                .map(Settings.Discontinuation::exitGround)
                .orElse(null);
    }

    /** The main outcome that goes with a discontinued participation; null where the coach decides it. */
    public @Nullable String mainOutcome(DelegateExecution execution) {
        return outcomes.discontinued(execution)
                .map(Settings.Discontinuation::mainOutcome)
                .orElse(null);
    }

    /** Codes of the main outcomes that are work, of which the form asks whether it lasts. */
    public List<String> workOutcomes(String caseNumber) {
        return outcomes.that(caseNumber, Settings.MainOutcome::work);
    }

    /** Codes of the main outcomes after which another party takes over, of which the form asks what is agreed. */
    public List<String> handedOverOutcomes(String caseNumber) {
        return outcomes.that(caseNumber, Settings.MainOutcome::handedOver);
    }

    /** @throws se.samsteg.form.Refused if the outcome is against a rule of the programme */
    public void recordOutcome(DelegateTask task) {
        outcomes.record(task);
    }

    /** @param exitOn ISO date; one that has passed is due at once */
    public Date exitDay(String exitOn) {
        return programme.morning(LocalDate.parse(exitOn));
    }

    /** A first draft, or the sent back text with what the lead wants changed, by the form's keys. */
    public Map<String, Object> draft(String caseNumber) {
        return referralsBack.draft(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if something is missing or the short form does not fit the outcome */
    public void recordReferralBack(DelegateTask task) {
        referralsBack.record(task);
    }

    /** The written text by the form's keys, for the task in which it is approved. */
    public Map<String, String> text(String caseNumber) {
        return referralsBack.written(caseNumber).texts();
    }

    /** An approved återremiss becomes a document of the case, in the words that were approved. */
    public void recordApproval(DelegateTask task) {
        referralsBack.decide(task);
    }

    /** Closes the case file on the exit date, which may have passed. */
    public void closeCase(String caseNumber) {
        casefile.close(caseNumber, outcomes.of(caseNumber).exitOn());
        events.publishEvent(new CaseClosed(caseNumber));
    }

    /** Whether another party takes over after the exit, which the participant has agreed to tell it. */
    public boolean handsOver(String caseNumber) {
        return outcomes.handsOver(caseNumber);
    }

    /** The party that takes over. */
    public Settings.Unit receiver(String caseNumber) {
        return outcomes.receiver(caseNumber);
    }

    /**
     * For models in which the receipt of the återremiss was a task of the exit.
     *
     * @throws se.samsteg.form.Refused if no contact person is named at the receiving unit
     */
    public void recordReceipt(DelegateTask task) {
        facts.recordAs("response-receipt", task);
    }

    /** For the same models: when every recommendation should have an answer, counted from the exit date. */
    public Date answersDue(String caseNumber) {
        return programme.morning(outcomes.of(caseNumber)
                .exitOn()
                .plus(programmes.of(caseNumber).exit().answerWithin()));
    }

    /** For the same models: when the caseworker is reminded of the answers, counted from the exit date. */
    public Date answersReminder(String caseNumber) {
        return programme.morning(outcomes.of(caseNumber)
                .exitOn()
                .plus(programmes.of(caseNumber).exit().answerReminderAfter()));
    }

    /** For the same models: the recommendations by the form's keys. */
    public Map<String, String> recommendations(String caseNumber) {
        return referralsBack.written(caseNumber).recommendationTexts();
    }

    /**
     * For the same models: the answers.
     *
     * @throws se.samsteg.form.Refused if one that is not followed has no reason
     */
    public void recordAnswers(DelegateTask task) {
        facts.recordAs("response-answers", task);
    }
}
