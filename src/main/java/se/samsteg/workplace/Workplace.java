package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.departure.ParticipantDeparted;
import se.samsteg.engine.Phase;
import se.samsteg.exit.CaseClosed;
import se.samsteg.form.Choice;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.programme.Programme;

/** The way to a workplace: match, introduce, follow up until it ends in a job or not. */
@Phase("workplace")
public class Workplace {

    private final Facts facts;
    private final FormTexts texts;
    private final Placements placements;
    private final Appointments appointments;
    private final Programme programme;
    private final Matching matching;
    private final PlacementDays days;

    Workplace(
            Facts facts,
            FormTexts texts,
            Placements placements,
            Appointments appointments,
            Programme programme,
            Matching matching,
            PlacementDays days) {
        this.facts = facts;
        this.texts = texts;
        this.placements = placements;
        this.appointments = appointments;
        this.programme = programme;
        this.matching = matching;
        this.days = days;
    }

    /** What the occupational therapist found; keys of that form. */
    @FactOf("prerehab-support-assessment")
    record Assessment(
            @Nullable String supportMeasures,
            @Nullable String aids,
            @Nullable String recommendations) {

        String text() {
            return Stream.of(supportMeasures, aids, recommendations)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The adaptations that the occupational therapist recommended; null where there is no assessment. */
    public @Nullable String adaptations(String caseNumber) {
        return facts.all(caseNumber, Assessment.class).stream()
                .map(Facts.Entry::content)
                .map(Assessment::text)
                .filter(text -> !text.isEmpty()) // nothing was found at a meeting that was not held
                .reduce((one, next) -> next)
                .map(text -> text.substring(0, Math.min(text.length(), 4000)))
                .orElse(null);
    }

    /** User id of the coach where the programme's coaches find workplaces; otherwise null. */
    public @Nullable String coach(String caseNumber) {
        return matching.coach(caseNumber);
    }

    /**
     * User id of who found the workplace, who knows the employer and goes on with the placement: the coach, or a consultant;
     * null if that user is no consultant any more.
     */
    public @Nullable String consultant(String caseNumber) {
        return matching.consultant(caseNumber);
    }

    public Date matchDue(String caseNumber) {
        return days.match(caseNumber);
    }

    /** The employers of the association as choices, with how many placements each has given. */
    public List<Choice> employers(String caseNumber) {
        return matching.employers(caseNumber);
    }

    /** Brings the register up to date when a consultant takes the task: others may have registered employers since it came. */
    public void showEmployers(DelegateTask task) {
        task.getExecution().setVariableLocal("employers", Forms.shown(matching.employers(caseNumber(task))));
    }

    /** @throws se.samsteg.form.Refused if there is no workplace and no word why */
    public void recordMatch(DelegateTask task) {
        matching.record(task);
    }

    /** The name of the employer of the last match; null where none was chosen. */
    public @Nullable String employer(String caseNumber) {
        return matching.last(caseNumber).map(Matching.Found::employer).orElse(null);
    }

    /** How to reach that employer, in one line; empty where nothing is known. */
    public String employerContact(String caseNumber) {
        return matching.contact(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if the dates do not fit */
    public void recordIntroduction(DelegateTask task) {
        String caseNumber = caseNumber(task);
        Introduction introduction = facts.record(task, Introduction.class);
        boolean found = matching.last(caseNumber)
                .map(match -> Boolean.TRUE.equals(match.foundByParticipant()))
                .orElse(false);
        // A step that was left in another way, such as by a decision to begin exit, leaves its placement running.
        end(caseNumber, "step-left");
        placements.save(Placement.agreed(
                caseNumber, introduction, matching.registered(caseNumber, introduction.employer()), found));
        LocalDate today = programme.today();
        appointments.recorded(
                caseNumber,
                Meeting.INTRODUCTION,
                introduction.startsOn().isAfter(today) ? today : introduction.startsOn(),
                introduction.outcome());
    }

    /** The placement in one line, for the form, with what is booked. */
    public @Nullable String placement(String caseNumber) {
        return placements
                .running(caseNumber)
                .map(running -> Stream.concat(
                                Stream.of(running.summary(texts.get("workplace-introduction"))),
                                days.booked(caseNumber).stream())
                        .collect(Collectors.joining(". ")))
                .orElse(null);
    }

    /**
     * The day that is booked at the workplace; otherwise the programme's interval from today or
     * the first day, but never later than the agreed last day.
     */
    public Date followUpDue(String caseNumber) {
        return days.followUp(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if what happens next is not said, an extension is none or the last day cannot be */
    public void recordFollowUp(DelegateTask task) {
        String caseNumber = caseNumber(task);
        FollowUp followUp = facts.record(task, FollowUp.class);
        Placement placement = placements.running(caseNumber).orElseThrow();
        Placement after = followUp.of(placement, programme.today());
        if (!after.equals(placement)) {
            placements.save(after);
        }
        appointments.recorded(caseNumber, Meeting.FOLLOW_UP, programme.today(), followUp.outcome());
    }

    @EventListener
    void on(CaseClosed event) {
        leave(event.caseNumber());
    }

    @EventListener
    void on(ParticipantDeparted event) {
        leave(event.caseNumber());
    }

    /** Ends what still runs when the case is closed: it is not followed up any more. Models up to 8a78509 call it. */
    public void leave(String caseNumber) {
        end(caseNumber, "case-closed");
    }

    /** Ends what still runs when a case leaves the step in another way than by a follow-up. */
    private void end(String caseNumber, String reason) {
        LocalDate today = programme.today();
        placements
                .running(caseNumber)
                .map(running -> running.end(today, reason, today))
                .ifPresent(placements::save);
    }

    private static String caseNumber(DelegateTask task) {
        return (String) task.getVariable("caseNumber");
    }
}
