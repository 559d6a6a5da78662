package se.samsteg.conference;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Phase;
import se.samsteg.form.Refused;

/** One referral's way through the conference: onto an agenda, assessed, and on with a plan or a recommendation. */
@Phase("conference")
public class Conference {

    private final Duplicates duplicates;
    private final AnswerTimes answerTimes;
    private final TakingUp takingUp;
    private final ReferralText referral;
    private final Assessing assessing;
    private final OpenTasks openTasks;
    private final Recommendations recommendations;

    Conference(
            Duplicates duplicates,
            AnswerTimes answerTimes,
            TakingUp takingUp,
            ReferralText referral,
            Assessing assessing,
            OpenTasks openTasks,
            Recommendations recommendations) {
        this.duplicates = duplicates;
        this.answerTimes = answerTimes;
        this.takingUp = takingUp;
        this.referral = referral;
        this.assessing = assessing;
        this.openTasks = openTasks;
        this.recommendations = recommendations;
    }

    /** Whether the person is known in a way that the lead has to look at before the conference does. */
    public boolean needsReview(String caseNumber) {
        return duplicates.needReview(caseNumber);
    }

    /** What is known of a person who was referred though known: open case, consent, protected identity. */
    public String known(String caseNumber) {
        return duplicates.known(caseNumber);
    }

    /** What such a referral says, as a note for the coach of the open case. */
    public String note(String caseNumber) {
        return duplicates.note(caseNumber);
    }

    /** The day of the sitting that would assess it otherwise: ISO date. */
    public String nextSitting(String caseNumber) {
        return answerTimes.sittingDay(caseNumber).toString();
    }

    /** The morning of that day. */
    public Date nextSittingDay(String caseNumber) {
        return answerTimes.sittingMorning(caseNumber);
    }

    /**
     * When the lead is reminded of such a referral: from the last working day before that sitting, each day until it is
     * reviewed. It must not be told from others by how long its sender waits.
     */
    public String reviewReminders(String caseNumber) {
        return answerTimes.reminders(caseNumber);
    }

    /** @throws Refused if what is known of the person has changed meanwhile and another decision is needed */
    public void recordReview(DelegateTask task) {
        duplicates.record(task);
    }

    /** When the sender gets the answer: no sooner and no later than those who are assessed at a sitting. */
    public Date answersAt(String caseNumber, String sittingOn) {
        return answerTimes.answersAt(caseNumber, LocalDate.parse(sittingOn));
    }

    /** Puts the case on the agenda of the next sitting from tomorrow on; what comes there is no duplicate. */
    public void putOnAgenda(String caseNumber) {
        takingUp.put(caseNumber);
    }

    /** The morning of the sitting that is to assess the case. */
    public Date sittingDay(String caseNumber) {
        return takingUp.morning(caseNumber);
    }

    /** When the case is taken up, and how often it was moved. */
    public String agenda(String caseNumber) {
        return takingUp.words(caseNumber);
    }

    /** The same person's earlier case here, if any. */
    public @Nullable String earlierCase(String caseNumber) {
        return referral.earlierCase(caseNumber);
    }

    /**
     * What the referral says.
     *
     * @param part authorities, criteria, reason, background, health, livelihood, measuresTried, expectations, completions
     */
    public @Nullable String referral(String caseNumber, String part) {
        return referral.part(caseNumber, part);
    }

    /** The groups that may assess a referral: the conference if all of it may know, the leads if none of it may. */
    public List<String> assessingGroups(String caseNumber) {
        return assessing.groups(caseNumber);
    }

    /** The members that may assess a referral, where not all of them may know of it. */
    public List<String> assessingMembers(String caseNumber) {
        return assessing.members(caseNumber);
    }

    /**
     * Gives the open task that assesses a referral to those who may know of it now, and takes it from the others. Models up
     * to 8a78509 call it.
     */
    public void followConsent(String caseNumber) {
        openTasks.followConsent(caseNumber);
    }

    /** The coaches as choices of a form, those who fit best first. */
    public List<Map<String, String>> coaches(String caseNumber) {
        return assessing.coaches(caseNumber);
    }

    /** Brings the coaches' loads up to date when a member takes the task: others may have been admitted since it came. */
    public void showCoaches(DelegateTask task) {
        assessing.showCoaches(task);
    }

    /**
     * Records what was decided and, if the person is admitted, appoints the coach.
     *
     * @throws Refused if something is missing, or the coach passes the ceiling and no reason is given
     */
    public void recordAssessment(DelegateTask task) {
        assessing.record(task);
    }

    /** What the conference asked the caseworker for. */
    public @Nullable String missing(String caseNumber) {
        return assessing.missing(caseNumber);
    }

    public void recordCompletion(DelegateTask task) {
        assessing.recordCompletion(task);
    }

    /** Draws up the joint recommendation as a document in the case file. */
    public void drawUpRecommendation(String caseNumber) {
        recommendations.drawUp(caseNumber);
    }

    /** The joint recommendation, as it shows to the caseworker. */
    public @Nullable String recommendation(String caseNumber) {
        return recommendations.text(caseNumber);
    }

    /** The joint plan that goes with it, if there is one. */
    public @Nullable String jointPlan(String caseNumber) {
        return recommendations.jointPlan(caseNumber);
    }

    public void recordReceipt(DelegateTask task) {
        recommendations.recordReceipt(task);
    }
}
