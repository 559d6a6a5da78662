package se.samsteg.renewal;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.casefile.Consents;
import se.samsteg.letter.Letter;

/** Who asks the participant: the coach, the caseworker before there is one, or the leads. */
@Component
class Renewer {

    private final CaseFiles cases;
    private final CasePhase casefile;
    private final ConsentRegistration registration;
    private final LastDays lastDays;
    private final Letter letter;

    Renewer(CaseFiles cases, CasePhase casefile, ConsentRegistration registration, LastDays lastDays, Letter letter) {
        this.cases = cases;
        this.casefile = casefile;
        this.registration = registration;
        this.lastDays = lastDays;
        this.letter = letter;
    }

    /** User id; null if the leads must, as after a withdrawal. */
    @Nullable
    String of(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        if (coach != null) {
            return coach;
        }
        List<String> authorities = lastDays.upTo(caseNumber, lastDays.renewedUpTo(caseNumber)).stream()
                .map(Consents.Term::authority)
                .toList();
        return registration.needsCoachOrLead(caseNumber, authorities) ? null : casefile.caseworker(caseNumber);
    }

    void remind(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        if (cases.actingCoach(caseNumber) == null && of(caseNumber) != null) {
            letter.toCaseworker(execution, "renewal-soon");
        } else {
            letter.toCoach(execution, "renewal-soon");
        }
    }
}
