package se.samsteg.exit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.YesNo;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What became of the participants. */
@Component
class Outcomes {

    private final Facts facts;
    private final CaseFiles cases;
    private final CaseUnits units;
    private final Programmes programmes;
    private final Clock clock;

    Outcomes(Facts facts, CaseFiles cases, CaseUnits units, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.units = units;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A recorded outcome, read without today's rules. */
    @FactOf("exit-outcome")
    record Recorded(
            String mainOutcome, LocalDate exitOn, @Nullable String handoverAgreed) {}

    /** @throws se.samsteg.form.Refused if the outcome is against a rule of the programme */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        facts.record(task, Outcome.class)
                .recordedOn(
                        LocalDate.now(clock),
                        cases.get(caseNumber).enrolledOn(),
                        programmes.of(caseNumber).exit());
        units.receive(caseNumber, main(caseNumber).handedTo());
    }

    /** What a discontinued participation means for the exit; empty for another exit. */
    Optional<Settings.Discontinuation> discontinued(DelegateExecution execution) {
        return Optional.ofNullable((String) execution.getVariable("ground"))
                .flatMap(programmes
                        .of((String) execution.getVariable("caseNumber"))
                        .interruption()::ground);
    }

    Recorded of(String caseNumber) {
        return facts.latest(caseNumber, Recorded.class).orElseThrow();
    }

    /** Codes of the programme's main outcomes that are so. */
    List<String> that(String caseNumber, Predicate<Settings.MainOutcome> are) {
        return programmes.of(caseNumber).exit().mainOutcomes().stream()
                .filter(are)
                .map(Settings.MainOutcome::code)
                .toList();
    }

    /** Whether another party takes over and may be told of it. */
    boolean handsOver(String caseNumber) {
        return main(caseNumber).handedOver() && YesNo.YES.is(of(caseNumber).handoverAgreed());
    }

    /** @throws java.util.NoSuchElementException if no other party takes over */
    Settings.Unit receiver(String caseNumber) {
        return programmes.of(caseNumber).unit(main(caseNumber).handedTo()).orElseThrow();
    }

    Settings.MainOutcome main(String caseNumber) {
        return programmes.of(caseNumber).exit().mainOutcome(of(caseNumber).mainOutcome());
    }
}
