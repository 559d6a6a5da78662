package se.samsteg.consent;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Holders;
import se.samsteg.letter.Letter;

/** What follows for letters, tasks and the case's process when a consent is withdrawn. */
@Component
class EndOfSharing {

    private final Letter letter;
    private final Holders holders;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    EndOfSharing(Letter letter, Holders holders, @Lazy RuntimeService runtime, ApplicationEventPublisher events) {
        this.letter = letter;
        this.holders = holders;
        this.runtime = runtime;
        this.events = events;
    }

    void stop(String caseNumber) {
        letter.stopUnsent(caseNumber);
        holders.relieve(caseNumber);
        events.publishEvent(new ConsentWithdrawn(caseNumber));
    }

    void announce(String caseNumber) {
        runtime.createMessageCorrelation("consent.withdrawn")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}
