package se.samsteg.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programmes;

/** When the talk is, and what came of the earlier tries to agree on one and to hold it. */
@Component
class IntakeTalks {

    private final Facts facts;
    private final FormTexts texts;
    private final Programmes programmes;
    private final Clock clock;

    IntakeTalks(Facts facts, FormTexts texts, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.texts = texts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A talk that was recorded, read without today's rules. */
    @FactOf("intake-talk")
    private record Recorded(@Nullable String outcome) {}

    private record Line(Instant at, String text) {}

    /** The day of the next try to reach the person, if the last one had no answer; otherwise the programme's time. */
    LocalDate nextTry(String caseNumber) {
        return facts.latest(caseNumber, IntakeBooking.class)
                .map(IntakeBooking::nextTryOn)
                .orElseGet(() ->
                        LocalDate.now(clock).plus(programmes.of(caseNumber).due("intake-booking")));
    }

    Booking booking(String caseNumber) {
        Booking agreed = facts.latest(caseNumber, IntakeBooking.class)
                .map(IntakeBooking::booking)
                .orElse(null);
        return agreed != null
                ? agreed
                : new Booking(
                        LocalDate.now(clock).plus(programmes.of(caseNumber).due("intake-talk")), null, null);
    }

    /** Tries that had no answer, and talks that were not held, a line each; empty before the first. */
    String tries(String caseNumber) {
        FormText form = texts.get("intake-talk");
        Stream<Line> unanswered = facts.all(caseNumber, IntakeBooking.class).stream()
                .filter(one -> !one.content().answered())
                .map(one -> new Line(one.at(), "Svarade inte"));
        Stream<Line> notHeld = facts.all(caseNumber, Recorded.class).stream()
                .map(one -> new Line(
                        one.at(),
                        form.option(
                                "outcome", Objects.requireNonNull(one.content().outcome()))));
        return Stream.of(unanswered, notHeld)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(Line::at))
                .map(line -> LocalDate.ofInstant(line.at(), clock.getZone()) + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    /** The agreed day and, a line each, what came of the earlier tries. */
    String booked(String caseNumber) {
        String tries = tries(caseNumber);
        return booking(caseNumber).text() + (tries.isEmpty() ? "" : "\n" + tries);
    }
}
