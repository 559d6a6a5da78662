package se.samsteg.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Choice;
import se.samsteg.form.Refused;
import se.samsteg.person.Statements;
import se.samsteg.programme.Programme;

/** Records the talk: a person who is taken in is enrolled by it. */
@Component
class Talking {

    private final Facts facts;
    private final IntakeTalks talks;
    private final CaseFiles cases;
    private final Statements statements;
    private final Appointments appointments;
    private final Programme programme;

    Talking(
            Facts facts,
            IntakeTalks talks,
            CaseFiles cases,
            Statements statements,
            Appointments appointments,
            Programme programme) {
        this.facts = facts;
        this.talks = talks;
        this.cases = cases;
        this.statements = statements;
        this.appointments = appointments;
        this.programme = programme;
    }

    /** What the referral says of a person who was known before, to be taken over or not. */
    List<Choice> stated(String caseNumber) {
        return statements.toDecide(caseNumber);
    }

    /** Records a try to agree on a day and, with the answer, what of the referral holds of the person from now on. */
    void recordBooking(DelegateTask task) {
        IntakeBooking booking = facts.record(task, IntakeBooking.class);
        if (booking.answered()) {
            statements.decide(
                    (String) task.getVariable("caseNumber"),
                    Objects.requireNonNullElse(booking.takenOver(), List.of()));
        }
    }

    /** @throws Refused if a day lies ahead, or something is missing for an enrolment */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        LocalDate agreed = talks.booking(caseNumber).day();
        IntakeTalk talk = facts.record(task, IntakeTalk.class);
        LocalDate day = agreed.isAfter(programme.today()) ? programme.today() : agreed;
        if (talk.held()) {
            day = Objects.requireNonNull(talk.heldOn());
            refuseFuture(day, "Samtalet hölls");
        }
        if (talk.takenIn()) {
            LocalDate from = Objects.requireNonNull(talk.enrolledOn());
            refuseFuture(from, "Inskriven från");
            cases.enrol(caseNumber, from);
        }
        appointments.recorded(caseNumber, Meeting.INTAKE, day, talk.outcome());
    }

    private void refuseFuture(LocalDate day, String label) {
        if (day.isAfter(programme.today())) {
            throw new Refused(label + ": ange en dag som har varit.");
        }
    }
}
