package se.samsteg.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.ParticipantEnrolled;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.Settings.Anchor;
import se.samsteg.reopening.CaseReopened;

/**
 * The first follow-ups, of programmes that have one: once for each case, some time after the enrolment or after the exit.
 * One that is counted from the enrolment lives by itself, and does not ask whether the participant has left since.
 */
@Component
class FirstFollowUps {

    static final String PROCESS = "revisit";

    private final Facts facts;
    private final CaseFiles cases;
    private final CaseInstances instances;
    private final Programmes programmes;
    private final Clock clock;

    FirstFollowUps(Facts facts, CaseFiles cases, CaseInstances instances, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.instances = instances;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** An attempt, read without today's rules. */
    @FactOf("followup-first")
    record Attempt(@Nullable String reached) {}

    /** The day from which a follow-up after the exit is counted. */
    @FactOf("exit-outcome")
    record Ended(@Nullable LocalDate exitOn) {}

    @EventListener
    void on(ParticipantEnrolled event) {
        start(event.caseNumber(), Anchor.START);
    }

    /** The processes of the case were ended with its exit. */
    @EventListener
    void on(CaseReopened event) {
        if (cases.get(event.caseNumber()).enrolledOn() != null) {
            start(event.caseNumber(), Anchor.START);
        }
    }

    void afterExit(String caseNumber) {
        start(caseNumber, Anchor.EXIT);
    }

    void goOn(String caseNumber) {
        Stream.of(Anchor.values()).forEach(anchor -> start(caseNumber, anchor));
    }

    void end(String caseNumber) {
        instances.endOne(caseNumber, PROCESS, "another party has taken over, or the participant has died");
    }

    private void start(String caseNumber, Anchor anchor) {
        if (settings(caseNumber).firstFrom(anchor)
                && attempts(caseNumber) == 0
                && !instances.running(caseNumber).contains(PROCESS)) {
            instances.start(PROCESS, caseNumber, Map.of());
        }
    }

    /** Counted from the enrolment or from the exit, as the programme says. */
    LocalDate day(String caseNumber) {
        Settings.FirstFollowUp first =
                Objects.requireNonNull(settings(caseNumber).firstFollowUp());
        LocalDate from =
                switch (first.from()) {
                    case START -> cases.get(caseNumber).enrolledOn();
                    case EXIT ->
                        facts.latest(caseNumber, Ended.class).map(Ended::exitOn).orElse(null);
                };
        return Optional.ofNullable(from).orElseGet(() -> LocalDate.now(clock)).plus(first.after());
    }

    boolean moreAttempts(String caseNumber) {
        return attempts(caseNumber) < settings(caseNumber).attempts();
    }

    private int attempts(String caseNumber) {
        return facts.all(caseNumber, Attempt.class).size();
    }

    private Settings.Followup settings(String caseNumber) {
        return programmes.of(caseNumber).followup();
    }
}
