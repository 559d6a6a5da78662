package se.samsteg.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.YesNo;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** How a participant is followed up after the exit, and that the follow-up begins, goes on or ends by it. */
@Component
class Beginning {

    static final String PROCESS = "followup";

    /** Variable: how many contacts of an earlier start are left out; null in processes from before there was one. */
    static final String CONTACTS_MADE = "contactsMade";

    /** Variable: another party has taken over, and it is asked after a year alone; null in processes from before it. */
    static final String AFTER_A_YEAR = "afterAYear";

    private final Facts facts;
    private final CaseFiles cases;
    private final CaseInstances instances;
    private final FirstFollowUps firsts;
    private final Programmes programmes;
    private final Clock clock;

    Beginning(
            Facts facts,
            CaseFiles cases,
            CaseInstances instances,
            FirstFollowUps firsts,
            Programmes programmes,
            Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.instances = instances;
        this.firsts = firsts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What follow-up asks of the outcome. */
    @FactOf("exit-outcome")
    record Ended(
            @Nullable String mainOutcome,
            @Nullable LocalDate exitOn,
            @Nullable String oneYearAgreed) {}

    /** What is asked after an exit. */
    private enum Extent {
        NOTHING,
        AFTER_A_YEAR,
        EVERYTHING
    }

    /** That the participant was said not to answer any more. */
    @FactOf("departure-request")
    record Departed(@Nullable LocalDate happenedOn) {}

    /** A contact that was made or tried, soon after the exit or one year later. */
    @FactOf({"followup-contact", "followup-one-year"})
    record Reached(@Nullable String reached) {}

    /** Begins what is asked after this exit; what counts from the start ends where nothing is asked. */
    void begin(String caseNumber, String exitOn) {
        Extent extent = extent(caseNumber);
        if (extent != Extent.NOTHING) {
            start(caseNumber, exitOn, 0, extent);
        }
        first(caseNumber, extent);
    }

    private void first(String caseNumber, Extent extent) {
        if (extent == Extent.EVERYTHING) {
            firsts.afterExit(caseNumber);
        } else {
            firsts.end(caseNumber);
        }
    }

    /** @param ended keys of the processes that were ended by mistake */
    void resume(String caseNumber, Set<String> ended) {
        if (ended.contains(PROCESS)) {
            goOn(caseNumber);
        }
        if (ended.contains(FirstFollowUps.PROCESS)) {
            firsts.goOn(caseNumber);
        }
    }

    /** Begins it anew without the contacts that were made since the exit. */
    void goOn(String caseNumber) {
        goOn(caseNumber, extent(caseNumber));
    }

    private void goOn(String caseNumber, Extent extent) {
        LocalDate exitOn = Objects.requireNonNull(
                facts.latest(caseNumber, Ended.class).orElseThrow().exitOn());
        long made = facts.all(caseNumber, "followup-contact", Reached.class).stream()
                .filter(contact ->
                        !LocalDate.ofInstant(contact.at(), clock.getZone()).isBefore(exitOn))
                .count();
        start(caseNumber, exitOn.toString(), (int) made, extent);
    }

    /**
     * Ends the follow-up of a closed case that has none by the outcome as it stands now, and begins the one that it has,
     * unless the participant was followed up before.
     */
    void follow(String caseNumber) {
        if (cases.get(caseNumber).open()) {
            return;
        }
        Extent extent = extent(caseNumber);
        Extent running = running(caseNumber);
        if (extent != Extent.EVERYTHING) {
            firsts.end(caseNumber);
        }
        if (extent == running) {
            return;
        }
        if (running != Extent.NOTHING) {
            instances.endOne(caseNumber, PROCESS, "the outcome was corrected");
        }
        if (extent != Extent.NOTHING && (running != Extent.NOTHING || never(caseNumber))) {
            goOn(caseNumber, extent);
            first(caseNumber, extent);
        }
    }

    private Extent extent(String caseNumber) {
        Optional<Ended> ended = facts.latest(caseNumber, Ended.class);
        Optional<Settings.MainOutcome> main =
                ended.map(Ended::mainOutcome).map(programmes.of(caseNumber).exit()::mainOutcome);
        if (main.filter(Settings.MainOutcome::handedOver).isPresent()) {
            return YesNo.YES.is(ended.get().oneYearAgreed()) ? Extent.AFTER_A_YEAR : Extent.NOTHING;
        }
        return main.filter(Settings.MainOutcome::endsContact).isPresent() ? Extent.NOTHING : Extent.EVERYTHING;
    }

    private Extent running(String caseNumber) {
        return instances
                .variable(caseNumber, PROCESS, AFTER_A_YEAR)
                .map(only -> Boolean.TRUE.equals(only) ? Extent.AFTER_A_YEAR : Extent.EVERYTHING)
                .orElse(instances.running(caseNumber).contains(PROCESS) ? Extent.EVERYTHING : Extent.NOTHING);
    }

    /** Whether the participant was never followed up, and is not said to be out of reach. */
    private boolean never(String caseNumber) {
        return facts.all(caseNumber, "followup-contact", Reached.class).isEmpty()
                && facts.all(caseNumber, "followup-one-year", Reached.class).isEmpty()
                && facts.all(caseNumber, Departed.class).isEmpty();
    }

    private void start(String caseNumber, String exitOn, int contactsMade, Extent extent) {
        instances.start(
                PROCESS,
                caseNumber,
                Map.of("exitOn", exitOn, CONTACTS_MADE, contactsMade, AFTER_A_YEAR, extent == Extent.AFTER_A_YEAR));
    }
}
