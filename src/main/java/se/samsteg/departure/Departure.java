package se.samsteg.departure;

import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/**
 * Dödsfall eller avslutad uppföljning: a participant has died, or in the year after exit has moved abroad or wants no more
 * contact. Everything in the case closes without a question.
 */
@Phase("departure")
public class Departure {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final CaseClosing closing;
    private final Programmes programmes;
    private final Programme programme;
    private final Actor actor;

    Departure(
            Forms forms,
            Facts facts,
            OwnCases ownCases,
            CaseClosing closing,
            Programmes programmes,
            Programme programme,
            Actor actor) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.closing = closing;
        this.programmes = programmes;
        this.programme = programme;
        this.actor = actor;
    }

    /** What was told, read without today's rules. */
    @FactOf("departure-request")
    record Told(@Nullable String reason, @Nullable LocalDate happenedOn) {

        boolean deceased() {
            return Request.Reason.DECEASED.is(reason);
        }
    }

    /**
     * Takes what the case's caseworker, its coach or a programme lead tells, who then confirms it.
     *
     * @throws Refused if it is no case of theirs, or nothing goes on in it any more
     */
    public void receive(DelegateExecution execution) {
        String caseNumber =
                own(forms.ofStart(execution).as(Chosen.class).caseNumber()).caseNumber();
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable("startedBy", actor.user());
    }

    private CaseFile own(String caseNumber) {
        CaseFile file = ownCases.getAlsoClosed(caseNumber);
        if (!file.open() && closing.ending(file.caseNumber(), true).isEmpty()) {
            throw new Refused("Ärende: det är avslutat och ingen uppföljning pågår.");
        }
        return file;
    }

    /** What the confirmation leads to, for the one who confirms. */
    public String consequence(String caseNumber) {
        return "Vid ett dödsfall avslutas allt som pågår i ärendet, det vill säga uppgifter, plats, grupp, placering, möten och "
                + "uppföljning. Inga brev skickas som ber om något, och ingen mottagande enhet efterfrågas. Har deltagaren "
                + "flyttat utomlands eller vill inte ha mer kontakt upphör uppföljningen, men återremissen och svaren på "
                + "den går vidare. Det kan ångras med Återöppna ärende i %d dagar."
                        .formatted(programmes.of(caseNumber).reopening().days());
    }

    /**
     * Records it when it is confirmed; what was told by mistake leaves nothing in the file.
     *
     * @throws Refused if the case has come to its end meanwhile, or the participant is to leave in another way
     */
    public void record(DelegateTask task) {
        Request request = forms.of(task).as(Request.class);
        if (request.isConfirmed()) {
            request.of(own((String) task.getVariable("caseNumber")).open());
            facts.record(task, Request.class);
        }
    }

    /** Closes the case on the day of what happened, with everything that goes on in it. */
    public void close(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Told told = facts.latest(caseNumber, Told.class).orElseThrow();
        execution.setVariable(CaseInstances.ENDED, String.join(" ", closing.ending(caseNumber, told.deceased())));
        closing.close(caseNumber, Objects.requireNonNull(told.happenedOn()), told.deceased());
    }

    /** When it can be taken back no more, counted from today. */
    public Date finalOn(String caseNumber) {
        return programme.morning(
                programme.today().plus(programmes.of(caseNumber).reopening().within()));
    }
}
