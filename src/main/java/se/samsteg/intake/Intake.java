package se.samsteg.intake;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Trepartssamtal: caseworker, coach and participant meet, which is intake decision and enrolment in one. */
@Phase("intake")
public class Intake {

    private final CoachAppointing appointing;
    private final IntakeTalks talks;
    private final Talking talking;
    private final NotTakenIn notTakenIn;
    private final ReferralReading referral;
    private final Programmes programmes;
    private final Programme programme;

    Intake(
            CoachAppointing appointing,
            IntakeTalks talks,
            Talking talking,
            NotTakenIn notTakenIn,
            ReferralReading referral,
            Programmes programmes,
            Programme programme) {
        this.appointing = appointing;
        this.talks = talks;
        this.talking = talking;
        this.notTakenIn = notTakenIn;
        this.referral = referral;
        this.programmes = programmes;
        this.programme = programme;
    }

    /**
     * Appoints the coach by the rule of the programme, if it has one and a coach fits.
     *
     * @return whether a coach was appointed; otherwise a member of staff appoints one
     */
    public boolean appointByRule(DelegateExecution execution) {
        return settings((String) execution.getVariable("caseNumber"))
                        .filter(Settings.Intake::byRule)
                        .isPresent()
                && appointing.appointByRule(execution);
    }

    /** The groups whose members appoint the coach: those that the programme names, otherwise the leads. */
    public List<String> appointedBy(String caseNumber) {
        return List.of(settings(caseNumber)
                .filter(intake -> !intake.byRule())
                .map(Settings.Intake::appointedBy)
                .orElseGet(Role.PROGRAMME_LEAD::id));
    }

    private Optional<Settings.Intake> settings(String caseNumber) {
        return Optional.ofNullable(programmes.of(caseNumber).intake());
    }

    /** The same person's earlier case here, if any. */
    public @Nullable String earlierCase(String caseNumber) {
        return referral.earlierCase(caseNumber);
    }

    /** What is known of the person that the sender may not know: open case, protected identity. Empty if nothing is. */
    public String known(String caseNumber) {
        return appointing.known(caseNumber);
    }

    /** What the referral says, a line for each answer. */
    public String referralText(String caseNumber) {
        return referral.text(caseNumber);
    }

    /** What the coach of the person's open case reads of a referral that is joined to it. */
    public String note(String caseNumber) {
        return referral.note(caseNumber);
    }

    /** The coaches as choices of a form, those who fit best first. */
    public List<Map<String, String>> coaches(String caseNumber) {
        return appointing.coaches(caseNumber);
    }

    /** Brings the coaches' loads up to date when a member of staff takes the task. */
    public void showCoaches(DelegateTask task) {
        appointing.showCoaches(task);
    }

    /** Records what becomes of the referral and, if it is taken up, appoints the coach. */
    public void recordAppointment(DelegateTask task) {
        appointing.record(task);
    }

    /** By when the talk is to be booked: the day of the next try, if the last one had no answer. */
    public Date bookingDue(String caseNumber) {
        return programme.morning(talks.nextTry(caseNumber));
    }

    /** What came of earlier tries to agree on a talk and to hold it. */
    public String tries(String caseNumber) {
        return talks.tries(caseNumber);
    }

    public void recordBooking(DelegateTask task) {
        talking.recordBooking(task);
    }

    /** The day of the talk. */
    public Date talkDay(String caseNumber) {
        return programme.morning(talks.booking(caseNumber).day());
    }

    /** The day, time and place of the talk and what came of earlier tries, as the form shows it. */
    public String booked(String caseNumber) {
        return talks.booked(caseNumber);
    }

    /** What the referral says of a person who was known before, to be taken over or not. */
    public List<Choice> stated(String caseNumber) {
        return talking.stated(caseNumber);
    }

    /** Enrols a participant who is taken in; a talk that was not held is booked again. */
    public void recordTalk(DelegateTask task) {
        talking.record(task);
    }

    /** When the lead is told that a person who has a place has not been met: a full period from today. */
    public Date noContactDue(String caseNumber) {
        return programme.stillToCome(
                programme.today(), programmes.of(caseNumber).coaching().noContactAlertAfter());
    }

    /** Draws up what a person who is not taken in is recommended instead. */
    public void drawUpRecommendation(String caseNumber) {
        notTakenIn.drawUp(caseNumber);
    }
}
