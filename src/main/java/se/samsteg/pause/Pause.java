package se.samsteg.pause;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/**
 * Vårdpaus: treatment comes first for a while. The place is kept until a day, talks go on at a wider interval, and the coach
 * plans the return before that day.
 */
@Phase("pause")
public class Pause {

    private static final String ENDED = "pause.ended";

    private final Forms forms;
    private final Facts facts;
    private final Pauses pauses;
    private final OwnCases ownCases;
    private final PauseDays days;
    private final MovedLastDay moved;
    private final RuntimeService runtime;

    Pause(
            Forms forms,
            Facts facts,
            Pauses pauses,
            OwnCases ownCases,
            PauseDays days,
            MovedLastDay moved,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.pauses = pauses;
        this.ownCases = ownCases;
        this.days = days;
        this.moved = moved;
        this.runtime = runtime;
    }

    /**
     * Takes up a pause, or that one ends before its last day or gets a later one.
     *
     * @throws Refused if it is no open case of the coach or lead, the participant is not enrolled, or a pause begins in
     *     another or is changed where there is none
     */
    public void report(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        PausePeriod period = form.as(PausePeriod.class);
        CaseFile file = ownCases.getWholly(period.caseNumber());
        if (file.enrolledOn() == null) {
            throw new Refused("Ärende: deltagaren är inte inskriven än, så det finns ingen insats att pausa.");
        }
        boolean paused = pauses.lastDay(file.caseNumber()).isPresent();
        if (!period.begins() && !paused) {
            throw new Refused("Vad gäller det?: det pågår ingen vårdpaus.");
        }
        if (period.begins() && paused) {
            throw new Refused("Vad gäller det?: en vårdpaus pågår redan. Förläng den eller avsluta den.");
        }
        execution.setProcessBusinessKey(file.caseNumber());
        facts.append(file.caseNumber(), null, form, period);
        moved.follow(file.caseNumber());
    }

    /** When the coach is asked to plan the return; at once where the last day is near. */
    public Date returnNears(String caseNumber) {
        return days.returnNears(caseNumber, until(caseNumber));
    }

    /** The last day of the pause, by which the return should be planned. */
    public Date lastDay(String caseNumber) {
        return days.morning(until(caseNumber));
    }

    private LocalDate until(String caseNumber) {
        return pauses.lastDay(caseNumber).orElseThrow();
    }

    /** Until when the pause lasts and why, for the task in which the return is planned. */
    public String text(String caseNumber) {
        return pauses.text(caseNumber, until(caseNumber));
    }

    public void recordReturn(DelegateTask task) {
        facts.record(task, PauseReturn.class);
        moved.announce((String) task.getVariable("caseNumber"));
    }

    /** Tells the process of the pause that it is over already. */
    public void announceEnd(String caseNumber) {
        runtime.createMessageCorrelation(ENDED)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}
