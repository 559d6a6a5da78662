package se.samsteg.response;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.rectification.FactCorrected;

/** A corrected answer of who takes over holds for the case, too. */
@Component
class CorrectedReceivers {

    private static final Set<String> TELL = Set.of("response-receipt", "response-meeting", "response-receiver");

    private final Receivers receivers;

    CorrectedReceivers(Receivers receivers) {
        this.receivers = receivers;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (TELL.contains(corrected.kind())) {
            receivers.keep(corrected.caseNumber());
        }
    }
}
