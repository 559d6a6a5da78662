package se.samsteg.sip;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.YesNo;
import se.samsteg.programme.Programme;

/** Frågan om SIP: in a programme where each participant has a SIP meeting, the coach asks for it or says why not. */
@Phase("proposal")
public class Proposal {

    private final Proposals proposals;
    private final Sips sips;
    private final Facts facts;
    private final Actor actor;
    private final Programme programme;

    Proposal(Proposals proposals, Sips sips, Facts facts, Actor actor, Programme programme) {
        this.proposals = proposals;
        this.sips = sips;
        this.facts = facts;
        this.actor = actor;
        this.programme = programme;
    }

    /** What was answered when the question was put last, a line each; null the first time. */
    public @Nullable String lastAnswer(String caseNumber) {
        return proposals.lastAnswer(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if the reason holds for a time only and no day is named to ask again */
    public void record(DelegateTask task) {
        if (!YesNo.YES.is((String) task.getVariable("wanted"))) {
            facts.record(task, Answer.class);
            return;
        }
        SipMeeting sip = SipMeeting.request(
                (String) task.getVariable("caseNumber"),
                SipMeeting.Kind.WITH_AUTHORITIES.code(),
                actor.user(),
                Objects.requireNonNull((String) task.getVariable("wantedBy")),
                programme.today());
        facts.record(task, Answer.class, sip.id().toString());
        sips.save(sip);
    }

    /** Starts the meeting that the last answer asks for. */
    public void request(String caseNumber) {
        proposals.request(caseNumber);
    }
}
