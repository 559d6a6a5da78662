package se.samsteg.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** Every working day of every association has one process that reminds; each opens the next, see meetings-follow-each-other. */
@Component
class Mornings {

    /** Before staff are there, and before the day's own deadlines. */
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Rounds rounds;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final RuntimeService runtime;
    private final Clock clock;

    Mornings(Rounds rounds, Programmes programmes, WorkingDays workingDays, @Lazy RuntimeService runtime, Clock clock) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openNext() {
        LocalDate today = LocalDate.now(clock);
        associations().keySet().forEach(tenant -> {
            if (!rounds.hasFrom(tenant, today)) {
                open(tenant, workingDays.onOrAfter(today));
            }
        });
    }

    /** The one after a round; what was missed while the application was away is not made up for day by day. */
    void openAfter(Rounds.Round round) {
        LocalDate today = LocalDate.now(clock);
        open(round.tenant(), workingDays.after(round.day().isAfter(today) ? round.day() : today, 1));
    }

    private void open(String tenant, LocalDate day) {
        Settings programme = Objects.requireNonNull(associations().get(tenant));
        rounds.add(tenant, day).ifPresent(round -> runtime.createMessageCorrelation("reminder.coming")
                .processInstanceBusinessKey(round.key())
                // By which the engine knows the association.
                .setVariable("programme", programme.id())
                .setVariable("roundId", round.id().toString())
                .correlateStartMessage());
    }

    Date begins(Rounds.Round round) {
        return Date.from(ZonedDateTime.of(round.day(), MORNING, clock.getZone()).toInstant());
    }

    /** A programme of each association, by tenant id: always the same. */
    private Map<String, Settings> associations() {
        return programmes.all().stream()
                .collect(Collectors.toMap(
                        Settings::tenant,
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparing(Settings::id)),
                        TreeMap::new));
    }
}
