package se.samsteg.sip;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.CaseTimers;
import se.samsteg.engine.CaseTimers.About;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/**
 * A corrected day by which a decision is followed up, that of the meeting or a new one since, moves the follow-up; a corrected
 * day on which it is asked again whether the participant has a meeting moves that.
 */
@Component
class CorrectedDecisions {

    private static final String ABOUT = "decisionId";

    private final Sips sips;
    private final Deadlines deadlines;
    private final CaseTimers timers;
    private final TaskTexts texts;
    private final Facts facts;

    CorrectedDecisions(Sips sips, Deadlines deadlines, CaseTimers timers, TaskTexts texts, Facts facts) {
        this.sips = sips;
        this.deadlines = deadlines;
        this.timers = timers;
        this.texts = texts;
        this.facts = facts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.kind().equals("sip-meeting") || corrected.is("sip-decision", "newDate")) {
            sips.corrected(corrected.caseNumber()).forEach(this::move);
        } else if (corrected.is("proposal-answer", "askAgainOn")) {
            facts.latest(corrected.caseNumber(), Answer.class)
                    .map(Answer::askAgainOn)
                    .ifPresent(day ->
                            timers.move("proposal", corrected.caseNumber(), "timer_again", deadlines.morning(day)));
        }
    }

    private void move(SipDecision decision) {
        String id = decision.id().toString();
        sips.save(decision);
        timers.due(
                "sip",
                decision.caseNumber(),
                new About(ABOUT, id),
                "userTask_followUp",
                deadlines.morning(decision.dueOn()));
        texts.show(decision.caseNumber(), ABOUT, id, "dueOn", decision.dueOn().toString());
    }
}
