package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programmes;

/** Whether care comes first at the moment: talks go on, at a wider interval. */
@Component
class CarePause {

    private final Facts facts;
    private final Programmes programmes;

    CarePause(Facts facts, Programmes programmes) {
        this.facts = facts;
        this.programmes = programmes;
    }

    /** A pause that was reported, prolonged or ended: without a last day it is over. */
    @FactOf({"pause-period", "pause-return"})
    record Recorded(@Nullable LocalDate untilDay) {}

    Optional<LocalDate> lastDay(String caseNumber) {
        List<Facts.Entry<Recorded>> reported = facts.all(caseNumber, "pause-period", Recorded.class);
        if (reported.isEmpty()) {
            return Optional.empty(); // as for most cases: nothing more to read
        }
        return Stream.concat(reported.stream(), facts.all(caseNumber, "pause-return", Recorded.class).stream())
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .map(latest -> latest.content().untilDay());
    }

    /** What the talk's form says of a pause, in Swedish; null without one. */
    @Nullable
    String text(String caseNumber) {
        return lastDay(caseNumber)
                .map(day -> "Vårdpaus till och med %s. Samtal hålls minst var %d:e vecka."
                        .formatted(
                                day,
                                programmes.of(caseNumber).pause().talkEvery().getDays() / 7))
                .orElse(null);
    }
}
