package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** One sitting of the conference, with many cases on its agenda. */
@Phase("meeting")
public class Meeting {

    private final Sittings sittings;
    private final Agenda agenda;
    private final Schedule schedule;
    private final WorkingDays workingDays;
    private final Programme programme;
    private final Programmes programmes;
    private final Facts facts;
    private final Forms forms;
    private final Letter letter;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meeting(
            Sittings sittings,
            Agenda agenda,
            Schedule schedule,
            WorkingDays workingDays,
            Programme programme,
            Programmes programmes,
            Facts facts,
            Forms forms,
            Letter letter,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sittings = sittings;
        this.agenda = agenda;
        this.schedule = schedule;
        this.workingDays = workingDays;
        this.programme = programme;
        this.programmes = programmes;
        this.facts = facts;
        this.forms = forms;
        this.letter = letter;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in an extra sitting from its start form; what waits for a later one is taken up here.
     *
     * @throws Refused if the day has passed or has a sitting already
     */
    public void plan(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ExtraSitting extra = form.as(ExtraSitting.class);
        if (!extra.day().isAfter(today())) {
            throw new Refused("Datum: välj en dag från och med i morgon.");
        }
        Settings settings = programmeOf(execution.getTenantId());
        sittings.add(Sitting.planned(settings.id(), extra.day(), extra.time(), extra.place()));
        Sitting sitting = sittings.locked(settings.id(), extra.day()).replan(extra.time(), extra.place());
        sittings.save(sitting);
        facts.append(null, sitting.id().toString(), form, extra);
        execution.setVariable("sittingId", sitting.id().toString());
        takenUpAt(sitting, agenda.bringForward(sitting));
    }

    private Settings programmeOf(@Nullable String tenant) {
        List<Settings> sitting = programmes.all().stream()
                .filter(settings -> settings.tenant().equals(tenant) && settings.conference() != null)
                .toList();
        if (sitting.size() != 1) {
            throw new Refused("Datum: det finns inget program här som har utökade möten.");
        }
        return sitting.get(0);
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
        schedule.after(get(sittingId));
    }

    /** The morning on which the agenda goes out: the programme's number of working days before the sitting. */
    public Date agendaDue(String sittingId) {
        Sitting sitting = get(sittingId);
        int before = Objects.requireNonNull(programmes.get(sitting.programme()).conference())
                .agendaWorkingDaysBefore();
        return programme.morning(workingDays.before(sitting.day(), before));
    }

    /**
     * Writes to the members of the conference: when, where and which of the cases each of them may know of. What a past sitting has left unassessed is
     * among them, whether or not the lead has documented that sitting yet.
     */
    public void sendAgenda(DelegateExecution execution) {
        Sitting sitting = get((String) execution.getVariable("sittingId"));
        LocalDate yesterday = today().minusDays(1);
        Settings settings = programmes.get(sitting.programme());
        moveUnassessed(settings.id(), yesterday, schedule.next(settings, yesterday));
        List<Agenda.Item> items = agenda.of(sitting.id());
        String head = sitting.when() + ", " + sitting.place();
        letter.toConference(
                execution,
                "meeting-agenda",
                settings.tenant(),
                items.isEmpty() ? head + "\n\nInga remisser ännu." : head,
                items.stream()
                        .map(item -> new Letter.Line(item.caseNumber(), item.caseNumber() + item.movedText()))
                        .toList());
    }

    /** The morning of the sitting. */
    public Date sittingDay(String sittingId) {
        return programme.morning(get(sittingId).day());
    }

    /** The minutes are due on the working day after the sitting. */
    public Date minutesDue(String sittingId) {
        return programme.morning(workingDays.after(get(sittingId).day(), 1));
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
        sittings.save(sitting.document(minutes.place(), today()));
    }

    /** Moves what was not assessed to the next sitting; the due dates of the open tasks follow. */
    public void moveUnassessed(String sittingId) {
        Sitting sitting = get(sittingId);
        sitting.requireDocumented();
        moveUnassessed(sitting.programme(), sitting.day(), schedule.after(sitting));
    }

    private void moveUnassessed(String programmeId, LocalDate upTo, Sitting next) {
        takenUpAt(next, agenda.moveOn(programmeId, upTo, next, today()));
    }

    private void takenUpAt(Sitting sitting, List<String> caseNumbers) {
        if (!caseNumbers.isEmpty()) {
            events.publishEvent(new CasesTakenUp(
                    sitting.day(),
                    agenda.of(sitting.id()).stream()
                            .filter(item -> caseNumbers.contains(item.caseNumber()))
                            .collect(Collectors.toMap(
                                    Agenda.Item::caseNumber, item -> sitting.when() + item.movedText()))));
        }
    }

    private Sitting get(String sittingId) {
        return sittings.get(UUID.fromString(sittingId));
    }

    private Sitting locked(VariableScope scope) {
        return sittings.locked(UUID.fromString((String) scope.getVariable("sittingId")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
