package se.samsteg.response;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected exit date moves by when the first answers are due. */
@Component
class CorrectedAnswerDates {

    private static final String PROCESS = "response";

    private final Response response;
    private final CaseTimers timers;

    CorrectedAnswerDates(Response response, CaseTimers timers) {
        this.response = response;
        this.timers = timers;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        String caseNumber = corrected.caseNumber();
        if (corrected.is("exit-outcome", "exitOn") && !response.askedAgain(caseNumber)) {
            timers.move(PROCESS, caseNumber, "timer_answersReminder", response.answersReminder(caseNumber));
            timers.move(PROCESS, caseNumber, "timer_answersOverdue", response.answersDue(caseNumber));
            timers.due(PROCESS, caseNumber, "userTask_answerRecommendations", response.answersDue(caseNumber));
        }
    }
}
