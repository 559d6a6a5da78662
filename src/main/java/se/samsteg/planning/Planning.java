package se.samsteg.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** From the first talk to an agreed action plan. */
@Phase("planning")
public class Planning {

    private final CaseFiles cases;
    private final Facts facts;
    private final EnrolmentTalk talk;
    private final Appointments appointments;
    private final Programmes programmes;
    private final Programme programme;
    private final ApplicationEventPublisher events;

    Planning(
            CaseFiles cases,
            Facts facts,
            EnrolmentTalk talk,
            Appointments appointments,
            Programmes programmes,
            Programme programme,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.facts = facts;
        this.talk = talk;
        this.appointments = appointments;
        this.programmes = programmes;
        this.programme = programme;
        this.events = events;
    }

    /** The day of the enrolment talk: the one the participant was called to, or the new one. */
    public Date enrolmentDay(String caseNumber) {
        return programme.morning(talk.day(caseNumber));
    }

    /** The day of the enrolment talk and what came of the earlier ones, as the form shows it. */
    public String enrolmentBooked(String caseNumber) {
        return talk.booked(caseNumber);
    }

    /** Enrols the participant from the day of the talk; one that was not held has a new day. */
    public void recordEnrolment(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        LocalDate agreed = talk.day(caseNumber);
        Enrolment enrolment = facts.record(task, Enrolment.class);
        LocalDate day = agreed.isAfter(programme.today()) ? programme.today() : agreed;
        if (enrolment.held()) {
            day = Objects.requireNonNull(enrolment.heldOn());
            refuseFuture(day, "Samtalet hölls");
            cases.enrol(caseNumber, day);
        } else {
            refusePast(Objects.requireNonNull(enrolment.newDay()), "Ny dag");
        }
        appointments.recorded(caseNumber, Meeting.ENROLMENT, day, enrolment.outcome());
    }

    /** Whether the enrolment talk has been held. */
    public boolean enrolled(String caseNumber) {
        return cases.get(caseNumber).enrolledOn() != null;
    }

    /**
     * When the lead is told that the participant has not been met on the way to the plan; not before the morning after the
     * day to which the participant was called. A new day after that puts nothing off.
     */
    public Date noContactDue(String caseNumber) {
        Date due = programme.stillToCome(
                talk.lastContact(caseNumber),
                programmes.of(caseNumber).coaching().noContactAlertAfter());
        return talk.called(caseNumber)
                .map(day -> programme.morning(day.plusDays(1)))
                .filter(due::before)
                .orElse(due);
    }

    public void recordMapping(DelegateTask task) {
        facts.record(task, Mapping.class);
    }

    public void recordBaseline(DelegateTask task) {
        facts.record(task, Baseline.class);
    }

    /** The group types of the case's programme and "no group now". */
    public List<Choice> groupTypes(String caseNumber) {
        return Stream.concat(
                        programmes.of(caseNumber).groups().stream()
                                .map(group -> new Choice(group.name(), group.type())),
                        Stream.of(new Choice("Ingen grupp nu", Settings.Group.NONE)))
                .toList();
    }

    /** The series of the programme's group types that meet in several, each name once; none where all meet in one. */
    public List<Choice> groupSeries(String caseNumber) {
        return programmes.of(caseNumber).groups().stream()
                .filter(group -> group.series().size() > 1)
                .flatMap(group -> group.series().stream())
                .map(Settings.Series::name)
                .distinct()
                .map(name -> new Choice(name, name))
                .toList();
    }

    /** The steps of the programme's ladder that a plan can begin with. */
    public List<Choice> ladder(String caseNumber) {
        return programmes.of(caseNumber).ladder().stream()
                .map(step -> new Choice(step.name(), step.step()))
                .toList();
    }

    /** What can follow on a step: a step of the programme's ladder, the same one again too, or the exit. */
    public List<Choice> nextSteps(String caseNumber) {
        return Stream.concat(ladder(caseNumber).stream(), Stream.of(new Choice("Utslussning", Settings.Step.EXIT)))
                .toList();
    }

    /** The programme's usual time between coach talks, in whole weeks. */
    public int talkIntervalWeeks(String caseNumber) {
        Period interval = programmes.of(caseNumber).coaching().talkEvery();
        return (int) Math.max(1, (interval.toTotalMonths() * 30 + interval.getDays()) / 7);
    }

    public void recordActionPlan(DelegateTask task) {
        ActionPlan plan = facts.record(task, ActionPlan.class);
        refuseFuture(plan.agreedOn(), "Överenskommen med deltagaren");
        events.publishEvent(new PlanRecorded((String) task.getVariable("caseNumber")));
    }

    private void refuseFuture(LocalDate day, String label) {
        if (day.isAfter(programme.today())) {
            throw new Refused(label + ": ange en dag som har varit.");
        }
    }

    private void refusePast(LocalDate day, String label) {
        if (day.isBefore(programme.today())) {
            throw new Refused(label + ": välj i dag eller en senare dag.");
        }
    }
}
