package se.samsteg.sip;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.engine.CaseTimers.About;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day by which a decision is followed up, that of the meeting or a new one since, moves the follow-up. */
@Component
class CorrectedDecisions {

    private static final String ABOUT = "decisionId";

    private final Sips sips;
    private final Deadlines deadlines;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedDecisions(Sips sips, Deadlines deadlines, CaseTimers timers, TaskTexts texts) {
        this.sips = sips;
        this.deadlines = deadlines;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.kind().equals("sip-meeting") || corrected.is("sip-decision", "newDate")) {
            sips.corrected(corrected.caseNumber()).forEach(this::move);
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
