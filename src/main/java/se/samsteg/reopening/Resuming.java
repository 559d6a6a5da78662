package se.samsteg.reopening;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.ClosedCases;

/** Opens a case and begins its programme anew where it goes on. */
@Component
class Resuming {

    private static final Set<String> KEPT = Set.of("departure", "letter", "protection", "rectification", "reopening");

    private final ClosedCases cases;
    private final CaseInstances instances;
    private final ApplicationEventPublisher events;

    Resuming(ClosedCases cases, CaseInstances instances, ApplicationEventPublisher events) {
        this.cases = cases;
        this.instances = instances;
        this.events = events;
    }

    /** @throws se.samsteg.form.Refused if the person has another open case */
    void open(String caseNumber) {
        instances.end(caseNumber, KEPT, "reopening");
        cases.reopen(caseNumber);
        events.publishEvent(new CaseReopened(caseNumber));
    }

    void begin(String caseNumber, Place place) {
        if (!place.activities().isEmpty()) {
            instances.begin(caseNumber, place.activities(), Map.of());
        }
    }

    /** Begins the programme where participation is discontinued. */
    void discontinue(String caseNumber, String ground) {
        instances.begin(caseNumber, List.of("callActivity_exitEarly"), Map.of("ground", ground));
    }
}
