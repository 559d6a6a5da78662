package se.samsteg.sip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Requests of staff for a SIP meeting. */
@Component
class Requests {

    private final Forms forms;
    private final OwnCases ownCases;
    private final Actor actor;
    private final Facts facts;
    private final Sips sips;
    private final Proposals proposals;
    private final Clock clock;

    Requests(Forms forms, OwnCases ownCases, Actor actor, Facts facts, Sips sips, Proposals proposals, Clock clock) {
        this.forms = forms;
        this.ownCases = ownCases;
        this.actor = actor;
        this.facts = facts;
        this.sips = sips;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Takes the request of a member of staff who works with the participant.
     *
     * @throws Refused if it is no open case of theirs
     */
    SipMeeting take(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        CaseFile file = ownCases.getAsStaff(request.caseNumber());
        SipMeeting sip = SipMeeting.request(
                file.caseNumber(),
                Objects.requireNonNull(request.kind()),
                actor.user(),
                request.wantedBy(),
                LocalDate.now(clock));
        sips.save(sip);
        facts.append(sip.caseNumber(), sip.id().toString(), form, request);
        proposals.answered(sip);
        return sip;
    }
}
