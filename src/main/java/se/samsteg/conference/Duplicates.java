package se.samsteg.conference;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Information;
import se.samsteg.form.Refused;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/**
 * Referrals of persons who have an open case, or whose protected identity the sender did not name. They wait apart for the
 * lead.
 */
@Component
class Duplicates {

    private final CaseFiles cases;
    private final Persons persons;
    private final Consents consents;
    private final Referrals referrals;
    private final Programmes programmes;
    private final DuplicateReview review;

    Duplicates(
            CaseFiles cases,
            Persons persons,
            Consents consents,
            Referrals referrals,
            Programmes programmes,
            DuplicateReview review) {
        this.cases = cases;
        this.persons = persons;
        this.consents = consents;
        this.referrals = referrals;
        this.programmes = programmes;
        this.review = review;
    }

    /** Whether the lead looks at it first. A duplicate whose open case has ended meanwhile is none any more. */
    boolean needReview(String caseNumber) {
        return cases.openBefore(caseNumber).isPresent() || persons.protectedUnsaid(caseNumber);
    }

    /** What the lead has to know before deciding, in Swedish. */
    String known(String caseNumber) {
        String authority = cases.get(caseNumber).authority();
        String open = cases.openBefore(caseNumber)
                .map(other -> {
                    String whyNot = consents.of(other).whyNot(authority, Information.REFERRAL);
                    return "Personen har ett pågående ärende, " + other + ".\n"
                            + (whyNot == null
                                    ? programmes.authority(authority) + " får veta av det: samtycke finns."
                                    : programmes.authority(authority) + " får inte veta av det: "
                                            + whyNot.substring(0, 1).toLowerCase(Locale.ROOT) + whyNot.substring(1)
                                            + ". Svara som på andra remisser.");
                })
                .orElse("Personen har inget pågående ärende.");
        return persons.protectedUnsaid(caseNumber) ? open + "\nPersonen har skyddade personuppgifter." : open;
    }

    /** What the referral says, for the coach of the open case. */
    String note(String caseNumber) {
        String from = programmes.authority(cases.get(caseNumber).authority());
        return "Ny remiss från " + from + " " + cases.get(caseNumber).openedOn() + ".\n"
                + referrals.text(
                        caseNumber,
                        "reason",
                        "background",
                        "health",
                        "livelihoodSources",
                        "onSupportSince",
                        "sickLeaveDegree",
                        "sickLeaveSince",
                        "measuresTried",
                        "expectations");
    }

    /** @throws Refused if what is known of the person has changed meanwhile and another decision is needed */
    void record(DelegateTask task) {
        review.record(task);
    }
}
