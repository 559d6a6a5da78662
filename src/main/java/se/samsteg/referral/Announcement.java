package se.samsteg.referral;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the rest of the application of a referral that was received. */
@Component
class Announcement {

    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    Announcement(@Lazy RuntimeService runtime, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.events = events;
    }

    void received(String caseNumber) {
        events.publishEvent(new ReferralReceived(caseNumber));
    }

    /** The person may have been here before, under the name that is protected now. */
    void protectedIdentity(String caseNumber) {
        runtime.createMessageCorrelation("identity.protected")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .correlateStartMessage();
    }
}
