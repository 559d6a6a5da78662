package se.samsteg.renewal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CasePhase;
import se.samsteg.letter.Letter;

/** What follows for those who may be told of a case when its consents are given anew or run out. */
@Component
class Sharing {

    private static final String REGISTERED = "renewal-registered";

    private final Letter letter;
    private final CasePhase casefile;
    private final ApplicationEventPublisher events;

    Sharing(Letter letter, CasePhase casefile, ApplicationEventPublisher events) {
        this.letter = letter;
        this.casefile = casefile;
        this.events = events;
    }

    void given(DelegateExecution execution, String caseNumber) {
        tellCoach(execution);
        events.publishEvent(new ConsentChanged(caseNumber));
    }

    void tellCoach(DelegateExecution execution) {
        letter.toCoach(execution, REGISTERED);
    }

    /** Unsent letters stop, and the authority's tasks go to the leads. */
    void stop(String caseNumber) {
        letter.stopUnsent(caseNumber);
        casefile.relieveCaseworker(caseNumber);
        events.publishEvent(new ConsentChanged(caseNumber));
    }
}
