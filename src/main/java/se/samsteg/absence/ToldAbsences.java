package se.samsteg.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;

/** Absences that staff tell of: where no roll is called, nothing else shows that a participant stays away. */
@Component
class ToldAbsences {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final Programmes programmes;
    private final NoShows noShows;
    private final Responses responses;

    ToldAbsences(
            Forms forms, Facts facts, OwnCases ownCases, Programmes programmes, NoShows noShows, Responses responses) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.programmes = programmes;
        this.noShows = noShows;
        this.responses = responses;
    }

    /** Sets what the process of a participant who is sought out needs to know. */
    void receive(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ToldAbsence absence = form.as(ToldAbsence.class);
        String caseNumber = ownCases.getAsStaff(absence.caseNumber()).caseNumber();
        noShows.lock(Set.of(caseNumber));
        mayBegin(caseNumber, absence.awaySince());
        facts.append(caseNumber, null, form, absence);
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable(
                "noShowId",
                noShows.add(caseNumber, Missed.AWAY, absence.awaySince()).toString());
        execution.setVariable("response", Response.OUTREACH.code());
    }

    private void mayBegin(String caseNumber, LocalDate since) {
        if (!Response.seeksOut(programmes.of(caseNumber).absence())) {
            throw new Refused("Ärende: i det programmet söks deltagare upp när ett uteblivande har registrerats.");
        }
        if (responses.open(caseNumber, Response.OUTREACH, null)) {
            throw new Refused("Ärende: deltagaren söks upp redan.");
        }
        if (noShows.paused(caseNumber, since)) {
            throw new Refused("Borta sedan: vården gick före den dagen, och då söks deltagaren inte upp.");
        }
    }

    /** What was said of an absence that began on a day; empty if it was not told of. */
    String note(String caseNumber, LocalDate since) {
        List<Facts.Entry<ToldAbsence>> all = facts.all(caseNumber, ToldAbsence.class);
        return all.isEmpty() || all.get(all.size() - 1).content().awaySince().isBefore(since)
                ? ""
                : Objects.requireNonNullElse(all.get(all.size() - 1).content().note(), "");
    }
}
