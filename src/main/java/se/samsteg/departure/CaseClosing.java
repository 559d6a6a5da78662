package se.samsteg.departure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.CasePhase;
import se.samsteg.programme.Programmes;

/** Closes a case with everything that goes on in it; after the exit a participant who lives is still handed over. */
@Component
class CaseClosing {

    /** Letters are held; what stands in the file is corrected and concealed for closed cases too. */
    private static final Set<String> KEPT = Set.of("departure", "letter", "protection", "rectification");

    /** What hands the participant over to the authority that referred. */
    private static final Set<String> HANDOVER = Set.of("exit", "response");

    private final CaseFiles cases;
    private final CasePhase casefile;
    private final CaseInstances instances;
    private final Programmes programmes;
    private final ApplicationEventPublisher events;

    CaseClosing(
            CaseFiles cases,
            CasePhase casefile,
            CaseInstances instances,
            Programmes programmes,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.casefile = casefile;
        this.instances = instances;
        this.programmes = programmes;
        this.events = events;
    }

    /**
     * Keys of the processes that closing the case would end.
     *
     * @param deceased otherwise the participant lives, and has left before
     */
    Set<String> ending(String caseNumber, boolean deceased) {
        Set<String> ending = new TreeSet<>(instances.running(caseNumber));
        ending.removeAll(kept(caseNumber, deceased));
        return ending;
    }

    private Collection<String> kept(String caseNumber, boolean deceased) {
        Set<String> kept = new HashSet<>(KEPT);
        if (!deceased) {
            kept.addAll(HANDOVER);
            kept.add(programmes.of(caseNumber).id()); // it has called the exit, and nothing else goes on in it
        }
        return kept;
    }

    /**
     * Closes the case and ends its processes. One that was closed before keeps its day.
     *
     * @param day of what happened; a case is not closed before it was enrolled or referred
     */
    void close(String caseNumber, LocalDate day, boolean deceased) {
        CaseFile file = cases.get(caseNumber);
        // First those that wait for a case to be closed: they end by their models.
        casefile.close(
                caseNumber,
                Stream.of(day, file.enrolledOn() == null ? file.openedOn() : file.enrolledOn())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        instances.end(caseNumber, kept(caseNumber, deceased), "departure");
        events.publishEvent(new ParticipantDeparted(caseNumber));
    }
}
