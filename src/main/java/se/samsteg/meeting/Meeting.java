package se.samsteg.meeting;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Refused;

/** One sitting of the conference, with many cases on its agenda. */
@Phase("meeting")
public class Meeting {

    private final Sittings sittings;
    private final ExtraSittings extraSittings;
    private final Agenda agenda;
    private final AgendaLetter agendaLetter;
    private final Moves moves;
    private final MeetingDays days;
    private final Facts facts;

    Meeting(
            Sittings sittings,
            ExtraSittings extraSittings,
            Agenda agenda,
            AgendaLetter agendaLetter,
            Moves moves,
            MeetingDays days,
            Facts facts) {
        this.sittings = sittings;
        this.extraSittings = extraSittings;
        this.agenda = agenda;
        this.agendaLetter = agendaLetter;
        this.moves = moves;
        this.days = days;
        this.facts = facts;
    }

    /** @throws Refused if the day of the extra sitting has passed or has a sitting already */
    public void plan(DelegateExecution execution) {
        extraSittings.plan(execution);
    }

    /**
     * From now on this process handles the sitting.
     *
     * @throws Refused if another does so already
     */
    public void open(DelegateExecution execution) {
        Sitting sitting = locked(execution).open();
        sittings.save(sitting);
        execution.setProcessBusinessKey(sitting.key());
    }

    /** Opens the sitting after this one. */
    public void openNext(String sittingId) {
        moves.planAfter(get(sittingId));
    }

    public Date agendaDue(String sittingId) {
        return days.agendaDue(get(sittingId));
    }

    public void sendAgenda(DelegateExecution execution) {
        agendaLetter.send(execution, locked(execution));
    }

    /** Tells the conference of the case that has come to an agenda which was sent already. */
    public void sendAddition(DelegateExecution execution) {
        agendaLetter.sendAddition(execution, get((String) execution.getVariable("sittingId")), (String)
                execution.getVariable("addedCase"));
    }

    public Date sittingDay(String sittingId) {
        return days.held(get(sittingId));
    }

    public Date minutesDue(String sittingId) {
        return days.minutesDue(get(sittingId));
    }

    /** The sitting as the head of a form. */
    public String title(String sittingId) {
        return "Utökat möte " + get(sittingId).when();
    }

    public String place(String sittingId) {
        return get(sittingId).place();
    }

    /** Which cases of the agenda are assessed and which are not, one line each. */
    public String progress(String sittingId) {
        return agenda.progress(UUID.fromString(sittingId));
    }

    public void recordMinutes(DelegateTask task) {
        Sitting sitting = locked(task);
        Minutes minutes = facts.record(task, Minutes.class, sitting.id().toString());
        sittings.save(sitting.document(minutes.place(), days.today()));
    }

    /** Moves what was not assessed to the next sitting; the due dates of the open tasks follow. */
    public void moveUnassessed(String sittingId) {
        moves.moveUnassessed(get(sittingId));
    }

    private Sitting get(String sittingId) {
        return sittings.get(UUID.fromString(sittingId));
    }

    private Sitting locked(VariableScope scope) {
        return sittings.locked(UUID.fromString((String) scope.getVariable("sittingId")));
    }
}
