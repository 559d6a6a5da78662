package se.samsteg.sip;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Who calls to a SIP meeting, documents it and follows its decisions up: user ids, null where it is up to the lead. */
@Component
class Responsible {

    private final CaseFiles cases;
    private final CasePhase casefile;
    private final Programmes programmes;

    Responsible(CaseFiles cases, CasePhase casefile, Programmes programmes) {
        this.cases = cases;
        this.casefile = casefile;
        this.programmes = programmes;
    }

    /** The coach for a meeting without authorities, otherwise the convener of a SIP. */
    @Nullable
    String convener(SipMeeting sip) {
        return sip.network() ? cases.actingCoach(sip.caseNumber()) : convener(sip.caseNumber());
    }

    /** By the programme's setting the caseworker, or the coach where coaches have the mandate. */
    @Nullable
    String convener(String caseNumber) {
        return programmes.of(caseNumber).sip().convener() == Settings.Convener.COACH
                ? cases.actingCoach(caseNumber)
                : casefile.caseworker(caseNumber);
    }

    /** The coach, who wanted the meeting and waits for it; the convener before there is one. */
    @Nullable
    String recorder(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        return coach == null ? convener(caseNumber) : coach;
    }

    /** The coach, or the caseworker where the decision is the referring authority's. */
    @Nullable
    String followUp(SipDecision decision) {
        String caseNumber = decision.caseNumber();
        String caseworker =
                decision.owner().equals(cases.get(caseNumber).authority()) ? casefile.caseworker(caseNumber) : null;
        return caseworker == null ? cases.actingCoach(caseNumber) : caseworker;
    }
}
