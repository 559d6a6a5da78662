package se.samsteg.reopening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** What opening a case again undoes: an exit, or that the participant was said not to be able to answer any more. */
@Component
class Undoing {

    private static final String REOPENED = "case.reopened";

    private final Facts facts;
    private final Programmes programmes;
    private final Programme programme;
    private final Ended ended;
    private final RuntimeService runtime;

    Undoing(Facts facts, Programmes programmes, Programme programme, Ended ended, @Lazy RuntimeService runtime) {
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
        this.ended = ended;
        this.runtime = runtime;
    }

    /** That a case was exited. */
    @FactOf("exit-outcome")
    record Exited(@Nullable LocalDate exitOn) {}

    /** Keys of the processes that were ended when the participant was said not to answer any more; empty if nothing was. */
    Optional<Set<String>> ended(String caseNumber) {
        return waiting(caseNumber).stream()
                .findFirst()
                .map(execution -> CaseInstances.ended(runtime.getVariable(execution.getId(), CaseInstances.ENDED)));
    }

    /**
     * Where the case would go on.
     *
     * @throws Refused if there is nothing to undo, or not any more
     */
    Place place(CaseFile file) {
        Optional<Set<String>> ended = ended(file.caseNumber());
        if (ended.isPresent()) {
            return Place.of(ended.get());
        }
        if (file.closedOn() == null) {
            throw new Refused("Ärende: det är inte avslutat.");
        }
        if (facts.all(file.caseNumber(), Exited.class).isEmpty()) {
            throw new Refused("Ärende: bara ett ärende som har avslutats med utslussning kan återöppnas.");
        }
        var within = programmes.of(file.caseNumber()).reopening();
        if (file.closedOn().plus(within.within()).isBefore(programme.today())) {
            throw new Refused("Ärende: det avslutades för mer än %d dagar sedan.".formatted(within.days()));
        }
        return Place.INSATS;
    }

    /** What opening the case leads to, and what it does not give back; in Swedish. */
    String consequence(CaseFile file) {
        Place place = place(file);
        List<String> gone =
                place.opens() && file.closedOn() != null ? ended.with(file.caseNumber(), file.closedOn()) : List.of();
        return gone.isEmpty()
                ? place.consequence()
                : place.consequence() + " Det här avslutades och måste bokas på nytt: " + String.join(" och ", gone)
                        + ".";
    }

    /** Takes back what was told. */
    void takeBack(String caseNumber) {
        waiting(caseNumber).forEach(execution -> runtime.messageEventReceived(REOPENED, execution.getId()));
    }

    private List<Execution> waiting(String caseNumber) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(REOPENED)
                .list();
    }
}
