package se.samsteg.absence;

import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Uppsökande: a programme without sanctions seeks a participant who stays away out, again and again, until the
 * participant is back.
 */
@Phase("outreach")
public class Outreach {

    private final NoShows noShows;
    private final Facts facts;
    private final Programmes programmes;
    private final Programme programme;
    private final ToldAbsences told;
    private final Meanwhile meanwhile;

    Outreach(
            NoShows noShows,
            Facts facts,
            Programmes programmes,
            Programme programme,
            ToldAbsences told,
            Meanwhile meanwhile) {
        this.noShows = noShows;
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
        this.told = told;
        this.meanwhile = meanwhile;
    }

    /**
     * Takes up that a participant stays away, as a member of staff who works with the participant knows, also where no roll
     * is called.
     *
     * @throws se.samsteg.form.Refused if it is no open case of theirs, the programme does not seek out, the participant is
     *     sought out already, or care comes first
     */
    public void begin(DelegateExecution execution) {
        told.receive(execution);
    }

    /** What is known of the absence, if a member of staff began the outreach; otherwise empty. */
    public String known(String caseNumber) {
        return awaySince(caseNumber).map(since -> told.note(caseNumber, since)).orElse("");
    }

    /** What the participant's group has done since the absence began, to be told of. */
    public String meanwhile(String caseNumber) {
        return meanwhile.of(caseNumber, awaySince(caseNumber).orElse(programme.today()));
    }

    /** @throws se.samsteg.form.Refused if what was said does not fit whether there was contact */
    public void record(DelegateTask task) {
        String caseNumber = Objects.requireNonNull((String) task.getVariable("caseNumber"));
        noShows.lock(Set.of(caseNumber));
        if (facts.record(task, SeekingOut.class).ended()) {
            noShows.reset(caseNumber, "returned", "absence-outreach");
        }
    }

    /** When a participant who is still away is contacted the next time. */
    public Date next(String caseNumber) {
        return programme.morning(programme.today().plus(settings(caseNumber).outreachEvery()));
    }

    /**
     * When the caseworker is told of an absence, counted from the first day that counts. The engine asks before
     * {@link #begin} has looked at what was sent: then the day is the one that the form says.
     */
    public Date longAbsence(DelegateExecution execution) {
        String caseNumber = Objects.requireNonNull((String) execution.getVariable("caseNumber"));
        LocalDate since = execution.getVariable("awaySince") instanceof String day
                ? LocalDate.parse(day)
                : awaySince(caseNumber).orElse(programme.today());
        return programme.morning(programmes
                .find(caseNumber)
                .map(settings -> since.plus(settings.absence().unusuallyLongAfter()))
                .orElse(since));
    }

    /** As {@link #longAbsence}; models up to c8e22f7 ask for it. */
    public Date unusuallyLong(String caseNumber) {
        return programme.morning(programme.today().plus(settings(caseNumber).unusuallyLongAfter()));
    }

    private Optional<LocalDate> awaySince(String caseNumber) {
        return noShows.counting(caseNumber).stream().findFirst().map(NoShows.Counting::missedOn);
    }

    private Settings.Absence settings(String caseNumber) {
        return programmes.of(caseNumber).absence();
    }
}
