package se.samsteg.sip;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.engine.CaseTimers.About;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected call to a meeting moves the task in which the meeting is documented, and what that shows. */
@Component
class CorrectedMeetingDay {

    private static final String PROCESS = "sip";
    private static final String ABOUT = "sipId";

    private final Sips sips;
    private final Sip sip;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedMeetingDay(Sips sips, Sip sip, CaseTimers timers, TaskTexts texts) {
        this.sips = sips;
        this.sip = sip;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.kind().equals("sip-invitation")) {
            sips.called(corrected.caseNumber()).forEach(one -> move(corrected.caseNumber(), one));
        }
    }

    private void move(String caseNumber, Sips.Called called) {
        String id = called.sip().toString();
        String day = called.meetingOn().toString();
        About about = new About(ABOUT, id);
        timers.count(PROCESS, caseNumber, about, "meetingOn", day);
        timers.due(PROCESS, caseNumber, about, "userTask_document", sip.meetingDue(day));
        sip.called(id).forEach((key, now) -> texts.show(caseNumber, ABOUT, id, key, now.toString()));
    }
}
