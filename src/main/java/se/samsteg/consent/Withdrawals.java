package se.samsteg.consent;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;

/** What participants take back: recorded on their word, and read by the coach. */
@Component
class Withdrawals {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final Consents consents;
    private final Letter letter;
    private final Programmes programmes;

    Withdrawals(Forms forms, Facts facts, OwnCases ownCases, Consents consents, Letter letter, Programmes programmes) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.consents = consents;
        this.letter = letter;
        this.programmes = programmes;
    }

    /** @throws Refused if the case changed hands meanwhile, or there is no such consent to take back */
    void record(DelegateTask task) {
        Withdrawal withdrawal = forms.of(task).as(Withdrawal.class);
        if (!withdrawal.isConfirmed()) {
            return;
        }
        String caseNumber =
                ownCases.getAsStaffOpenOrClosed(withdrawal.caseNumber()).caseNumber();
        if (consents.withdraw(caseNumber, withdrawal.authorities(), withdrawal.information()) == 0) {
            throw new Refused("Gäller: det finns inget sådant samtycke för de myndigheterna att återkalla.");
        }
        facts.record(task, Withdrawal.class);
    }

    /** What was taken back, a line each, and which letters were not sent. */
    String text(String caseNumber) {
        String takenBack =
                String.join("\n", consents.of(caseNumber).withdrawn(code -> programmes.authority(caseNumber, code)));
        String stopped = letter.stopped(caseNumber).stream()
                .map(each -> each.title() + " " + each.text(code -> programmes.authority(caseNumber, code)))
                .collect(Collectors.joining("\n"));
        return stopped.isEmpty() ? takenBack : takenBack + "\n\nStoppade brev:\n" + stopped;
    }
}
