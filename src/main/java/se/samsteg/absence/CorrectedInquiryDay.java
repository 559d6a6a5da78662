package se.samsteg.absence;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected day on which an inquiry is followed up moves the task that is open for it. */
@Component
class CorrectedInquiryDay {

    private static final String PROCESS = "absence";

    private final Facts facts;
    private final LadderDays days;
    private final CaseTimers timers;

    CorrectedInquiryDay(Facts facts, LadderDays days, CaseTimers timers) {
        this.facts = facts;
        this.days = days;
        this.timers = timers;
    }

    /** A recorded contact, read without today's rules. */
    @FactOf("absence-contact")
    record Told(@Nullable LocalDate followUpOn) {}

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("absence-contact", "followUpOn")) {
            String caseNumber = corrected.caseNumber();
            followUpOn(caseNumber)
                    .ifPresent(day -> timers.due(PROCESS, caseNumber, "userTask_followUpInquiry", days.morning(day)));
        }
    }

    private Optional<LocalDate> followUpOn(String caseNumber) {
        return facts.latest(caseNumber, Told.class).map(Told::followUpOn);
    }
}
