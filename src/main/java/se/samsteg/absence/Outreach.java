package se.samsteg.absence;

import java.util.Date;
import java.util.Objects;
import java.util.Set;
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

    Outreach(NoShows noShows, Facts facts, Programmes programmes, Programme programme) {
        this.noShows = noShows;
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
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

    /** When the caseworker is told of an absence that began today. */
    public Date unusuallyLong(String caseNumber) {
        return programme.morning(programme.today().plus(settings(caseNumber).unusuallyLongAfter()));
    }

    private Settings.Absence settings(String caseNumber) {
        return programmes.of(caseNumber).absence();
    }
}
