package se.samsteg.closing;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.result.AnnualAccounts;

/** Any year that has ended, signed anew or for the first time, also one of imported cases alone. */
@Component
class EarlierYears {

    private final Closings closings;
    private final AnnualAccounts accounts;
    private final Programmes programmes;
    private final Forms forms;
    private final Clock clock;

    EarlierYears(Closings closings, AnnualAccounts accounts, Programmes programmes, Forms forms, Clock clock) {
        this.closings = closings;
        this.accounts = accounts;
        this.programmes = programmes;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Takes in a year from the start form.
     *
     * @throws Refused if the programme is not one of the association's, or the year has not ended, waits to be signed
     *     already, or is signed and no reason is given
     */
    void plan(DelegateExecution execution) {
        ClosingAgain again = forms.ofStart(execution).as(ClosingAgain.class);
        Settings programme = programmes
                .chosen(execution.getTenantId(), again.ofProgramme(), one -> true)
                .orElseThrow(() -> new Refused("Program: välj ett av era program."));
        if (again.year() >= LocalDate.now(clock).getYear()) {
            throw new Refused("År: ange ett år som har tagit slut.");
        }
        int signed = accounts.version(programme.id(), again.year());
        int newest = closings.version(programme.id(), again.year());
        if (newest > signed) {
            throw new Refused("År: bokslutet för %d väntar redan på att signeras.".formatted(again.year()));
        }
        boolean reasoned = again.reason() != null && !again.reason().isBlank();
        if (signed > 0 && !reasoned) {
            throw new Refused("Skäl: året är redan signerat. Skriv varför det ska signeras på nytt.");
        }
        Closings.Stored closing = closings.add(
                        programme.id(), again.year(), newest + 1, reasoned ? again.reason() : null)
                .orElseThrow(() -> new Refused("År: bokslutet påbörjas redan av en annan projektledare."));
        execution.setVariable("programme", programme.id());
        execution.setVariable("closingId", closing.id().toString());
    }
}
