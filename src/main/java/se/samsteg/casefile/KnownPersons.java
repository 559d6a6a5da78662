package se.samsteg.casefile;

import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/**
 * Referrals of persons who have an open case, or whose protected identity the sender did not name: the lead looks at them
 * before the person is taken in.
 */
@Component
public class KnownPersons {

    private final CaseFiles cases;
    private final Persons persons;
    private final Consents consents;
    private final Programmes programmes;
    private final RuntimeService runtime;

    KnownPersons(
            CaseFiles cases, Persons persons, Consents consents, Programmes programmes, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.persons = persons;
        this.consents = consents;
        this.programmes = programmes;
        this.runtime = runtime;
    }

    /** A duplicate whose open case has ended meanwhile is none any more. */
    public boolean needReview(String caseNumber) {
        return cases.openBefore(caseNumber).isPresent() || persons.protectedUnsaid(caseNumber);
    }

    /** What the lead has to know before deciding, in Swedish. */
    public String known(String caseNumber) {
        String authority = cases.get(caseNumber).authority();
        String open = cases.openBefore(caseNumber)
                .map(other -> {
                    String whyNot = consents.of(other).whyNot(authority, Information.REFERRAL);
                    return "Personen har ett pågående ärende, " + other + ".\n"
                            + (whyNot == null
                                    ? programmes.authority(caseNumber, authority) + " får veta av det: samtycke finns."
                                    : programmes.authority(caseNumber, authority) + " får inte veta av det: "
                                            + whyNot.substring(0, 1).toLowerCase(Locale.ROOT) + whyNot.substring(1)
                                            + ". Svara som på andra remisser.");
                })
                .orElse("Personen har inget pågående ärende.");
        return persons.protectedUnsaid(caseNumber) ? open + "\nPersonen har skyddade personuppgifter." : open;
    }

    /** The case goes on as that of the person who is known, whose identity is protected in it too. */
    public void recognise(String caseNumber) {
        if (persons.protectedUnsaid(caseNumber)) {
            cases.recognise(caseNumber);
            protect(caseNumber);
        }
    }

    /** Protects the identity in an open case to which a referral is joined that names it as protected. */
    public void protectIn(String openCase, String referral) {
        if (persons.of(referral).protectedIdentity()) {
            protect(openCase);
        }
    }

    private void protect(String caseNumber) {
        runtime.createMessageCorrelation("identity.protected")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .correlateStartMessage();
    }
}
