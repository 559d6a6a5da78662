package se.samsteg.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Whether a participant is followed up, and that the follow-up begins, goes on or ends by it. */
@Component
class Beginning {

    static final String PROCESS = "followup";

    /** Variable: how many contacts of an earlier start are left out; null in processes from before there was one. */
    static final String CONTACTS_MADE = "contactsMade";

    private final Facts facts;
    private final CaseFiles cases;
    private final CaseInstances instances;
    private final Programmes programmes;
    private final Clock clock;

    Beginning(Facts facts, CaseFiles cases, CaseInstances instances, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.instances = instances;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What follow-up asks of the outcome. */
    @FactOf("exit-outcome")
    record Ended(@Nullable String mainOutcome, @Nullable LocalDate exitOn) {}

    /** That the participant was said not to answer any more. */
    @FactOf("departure-request")
    record Departed(@Nullable LocalDate happenedOn) {}

    /** A contact that was made or tried, soon after the exit or one year later. */
    @FactOf({"followup-contact", "followup-one-year"})
    record Reached(@Nullable String reached) {}

    /** Begins the follow-up, unless the participant has died. */
    void begin(String caseNumber, String exitOn) {
        if (!deceased(caseNumber)) {
            start(caseNumber, exitOn, 0);
        }
    }

    /** Begins it anew without the contacts that were made since the exit. */
    void goOn(String caseNumber) {
        LocalDate exitOn = Objects.requireNonNull(
                facts.latest(caseNumber, Ended.class).orElseThrow().exitOn());
        long made = facts.all(caseNumber, "followup-contact", Reached.class).stream()
                .filter(contact ->
                        !LocalDate.ofInstant(contact.at(), clock.getZone()).isBefore(exitOn))
                .count();
        start(caseNumber, exitOn.toString(), (int) made);
    }

    /**
     * Ends the follow-up of a closed case whose participant has died by the outcome as it stands now, and begins that of one
     * who has not, unless there was one.
     */
    void follow(String caseNumber) {
        if (cases.get(caseNumber).open()) {
            return;
        }
        if (deceased(caseNumber)) {
            instances.endOne(caseNumber, PROCESS, "the participant has died");
        } else if (!instances.running(caseNumber).contains(PROCESS) && never(caseNumber)) {
            goOn(caseNumber);
        }
    }

    private boolean deceased(String caseNumber) {
        return facts.latest(caseNumber, Ended.class)
                .map(Ended::mainOutcome)
                .map(programmes.of(caseNumber).exit()::mainOutcome)
                .map(Settings.MainOutcome::endsContact)
                .orElse(false);
    }

    /** Whether the participant was never followed up, and is not said to be out of reach. */
    private boolean never(String caseNumber) {
        return facts.all(caseNumber, "followup-contact", Reached.class).isEmpty()
                && facts.all(caseNumber, "followup-one-year", Reached.class).isEmpty()
                && facts.all(caseNumber, Departed.class).isEmpty();
    }

    private void start(String caseNumber, String exitOn, int contactsMade) {
        instances.start(PROCESS, caseNumber, Map.of("exitOn", exitOn, CONTACTS_MADE, contactsMade));
    }
}
