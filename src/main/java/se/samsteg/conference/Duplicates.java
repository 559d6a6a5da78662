package se.samsteg.conference;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.KnownPersons;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;

/**
 * Referrals of persons who have an open case, or whose protected identity the sender did not name. They wait apart for the
 * lead.
 */
@Component
class Duplicates {

    private final CaseFiles cases;
    private final KnownPersons known;
    private final Referrals referrals;
    private final Programmes programmes;
    private final DuplicateReview review;

    Duplicates(
            CaseFiles cases, KnownPersons known, Referrals referrals, Programmes programmes, DuplicateReview review) {
        this.cases = cases;
        this.known = known;
        this.referrals = referrals;
        this.programmes = programmes;
        this.review = review;
    }

    /** Whether the lead looks at it first. */
    boolean needReview(String caseNumber) {
        return known.needReview(caseNumber);
    }

    /** What the lead has to know before deciding, in Swedish. */
    String known(String caseNumber) {
        return known.known(caseNumber);
    }

    /** What the referral says, for the coach of the open case. */
    String note(String caseNumber) {
        String from = programmes.authority(caseNumber, cases.get(caseNumber).authority());
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
