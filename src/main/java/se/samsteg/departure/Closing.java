package se.samsteg.departure;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.CasePhase;

/** Closes a case with everything that goes on in it. */
@Component
class Closing {

    /** Letters are held; what stands in the file is corrected and concealed for closed cases too. */
    private static final Set<String> KEPT = Set.of("departure", "letter", "protection", "rectification");

    private final CaseFiles cases;
    private final CasePhase casefile;
    private final CaseInstances instances;
    private final ApplicationEventPublisher events;

    Closing(CaseFiles cases, CasePhase casefile, CaseInstances instances, ApplicationEventPublisher events) {
        this.cases = cases;
        this.casefile = casefile;
        this.instances = instances;
        this.events = events;
    }

    /** Keys of the processes that closing the case would end. */
    Set<String> ending(String caseNumber) {
        Set<String> ending = new TreeSet<>(instances.running(caseNumber));
        ending.removeAll(KEPT);
        return ending;
    }

    /**
     * Closes the case and ends its processes. One that was closed before keeps its day.
     *
     * @param day of what happened; a case is not closed before it was enrolled or referred
     */
    void close(String caseNumber, LocalDate day) {
        CaseFile file = cases.get(caseNumber);
        // First those that wait for a case to be closed: they end by their models.
        casefile.close(
                caseNumber,
                Stream.of(day, file.enrolledOn() == null ? file.openedOn() : file.enrolledOn())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        instances.end(caseNumber, KEPT, "departure");
        events.publishEvent(new ParticipantDeparted(caseNumber));
    }
}
