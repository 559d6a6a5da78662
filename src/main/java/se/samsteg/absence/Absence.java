package se.samsteg.absence;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;

/**
 * Uteblivande: the ladder of what is done when a participant does not come. A participant is discharged by the decision
 * of a person only, never here.
 */
@Phase("absence")
public class Absence {

    private final NoShows noShows;
    private final Facts facts;
    private final Count count;
    private final CountText text;
    private final LadderDays days;
    private final WayOut wayOut;
    private final Outreach outreach;

    Absence(
            NoShows noShows,
            Facts facts,
            Count count,
            CountText text,
            LadderDays days,
            WayOut wayOut,
            Outreach outreach) {
        this.noShows = noShows;
        this.facts = facts;
        this.count = count;
        this.text = text;
        this.days = days;
        this.wayOut = wayOut;
        this.outreach = outreach;
    }

    /** How many no-shows count, of which days, and when and why the count last began anew. */
    public String noShows(String caseNumber) {
        return text.of(caseNumber);
    }

    /** The authority that referred, by name. */
    public String authority(String caseNumber) {
        return wayOut.authority(caseNumber);
    }

    public Date homeVisitDue(String caseNumber) {
        return days.homeVisitDue(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if a valid reason is not told or the visit is to come */
    public void recordHomeVisit(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        HomeVisit visit = facts.record(task, HomeVisit.class);
        visit.recordedOn(days.today());
        if (visit.excuses()) {
            noShows.excuse(UUID.fromString((String) task.getVariable("noShowId")), "absence-home-visit");
        }
        if (visit.missed()) {
            count.missed(caseNumber(task), Missed.HOME_VISIT, visit.visitedOn(), task.getProcessInstanceId());
        }
    }

    /** @throws se.samsteg.form.Refused if the dates do not fit */
    public void recordContact(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        Contact contact = facts.record(task, Contact.class);
        contact.recordedOn(days.today());
        decided(task, contact.decision(), "absence-contact");
    }

    /** @param followUpOn ISO date */
    public Date inquiryDue(String followUpOn) {
        return days.morning(LocalDate.parse(followUpOn));
    }

    public void recordInquiry(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        decided(task, facts.record(task, Inquiry.class).decision(), "absence-inquiry");
    }

    private void decided(DelegateTask task, String decision, String kind) {
        if (!Decision.EXIT.is(decision)) {
            noShows.reset(caseNumber(task), decision, kind);
        }
    }

    /** Begins the exit that was decided. */
    public void discontinue(DelegateExecution execution) {
        wayOut.begin(Objects.requireNonNull((String) execution.getVariable("caseNumber")));
    }

    // ---- what cases of earlier models call

    /** Nothing more to do: models up to 8a78509 call it in the step that has told it already. */
    public void talkRecorded(String caseNumber) {}

    /** As {@link #talkRecorded}, of a session. */
    public void sessionRecorded(Date begins, Map<String, String> rollCall) {}

    /** The morning after the last day for the visit: models up to 2af208c write {@code "absence-home-visit-overdue"} then. */
    public Date homeVisitOverdue(String caseNumber) {
        return days.homeVisitOverdue(caseNumber);
    }

    /** In models up to 872b672 the outreach is part of this process. */
    public void recordOutreach(DelegateTask task) {
        outreach.record(task);
    }

    /** As {@link #recordOutreach}. */
    public Date nextOutreach(String caseNumber) {
        return outreach.next(caseNumber);
    }

    /** As {@link #recordOutreach}. */
    public Date unusuallyLong(String caseNumber) {
        return outreach.unusuallyLong(caseNumber);
    }

    private static String caseNumber(DelegateTask task) {
        return Objects.requireNonNull((String) task.getVariable("caseNumber"));
    }
}
