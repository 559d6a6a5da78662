package se.samsteg.pause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;

/** The care pauses of a case, as they were reported and prolonged. */
@Component
class Pauses {

    private final Facts facts;

    Pauses(Facts facts) {
        this.facts = facts;
    }

    /** A report or a decision on the return, read without today's rules. */
    @FactOf({"pause-period", "pause-return"})
    record Recorded(String change, @Nullable LocalDate untilDay) {}

    /** Why there is a pause. */
    @FactOf("pause-period")
    record Reason(String change, @Nullable String reason) {}

    /** The last day of the pause that runs; empty if none runs. */
    Optional<LocalDate> lastDay(String caseNumber) {
        List<Facts.Entry<Recorded>> reported = facts.all(caseNumber, "pause-period", Recorded.class);
        if (reported.isEmpty()) {
            return Optional.empty(); // as for most cases: nothing more to read
        }
        return Stream.concat(reported.stream(), facts.all(caseNumber, "pause-return", Recorded.class).stream())
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .map(latest -> latest.content().untilDay());
    }

    /** Until when the pause lasts and why. */
    String text(String caseNumber, LocalDate lastDay) {
        return "Till och med %s. %s".formatted(lastDay, reason(caseNumber));
    }

    /** The reason given last. */
    private String reason(String caseNumber) {
        return facts.latest(caseNumber, Reason.class).map(Reason::reason).orElse("");
    }
}
