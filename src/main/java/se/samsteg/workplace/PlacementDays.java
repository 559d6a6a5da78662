package se.samsteg.workplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** When a workplace should be found, and when the participant is met there. */
@Component
class PlacementDays {

    private final Facts facts;
    private final Placements placements;
    private final Programmes programmes;
    private final Programme programme;

    PlacementDays(Facts facts, Placements placements, Programmes programmes, Programme programme) {
        this.facts = facts;
        this.placements = placements;
        this.programmes = programmes;
        this.programme = programme;
    }

    Date match(String caseNumber) {
        return every(caseNumber, programme.today());
    }

    /** A recorded introduction, read without today's rules. */
    @FactOf("workplace-introduction")
    record Introduced(
            @Nullable LocalDate newDay,
            @Nullable LocalTime newTime,
            @Nullable String newPlace) {}

    /** A recorded follow-up, read without today's rules. */
    @FactOf("workplace-follow-up")
    record FollowedUp(
            @Nullable LocalDate nextDay,
            @Nullable LocalTime nextTime,
            @Nullable String nextPlace) {}

    /** What is booked with the participant at the workplace, and what it is called. */
    private record Booked(
            Instant at,
            String what,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable String place) {

        String text() {
            return what + " " + new Booking(Objects.requireNonNull(day), time, place).text();
        }
    }

    /** What the last introduction or follow-up booked; empty where that booked nothing. */
    private Optional<Booked> last(String caseNumber) {
        Stream<Booked> introduced = facts.all(caseNumber, Introduced.class).stream()
                .map(fact -> new Booked(
                        fact.at(),
                        "Ny introduktion",
                        fact.content().newDay(),
                        fact.content().newTime(),
                        fact.content().newPlace()));
        Stream<Booked> followedUp = facts.all(caseNumber, FollowedUp.class).stream()
                .map(fact -> new Booked(
                        fact.at(),
                        "Bokad uppföljning",
                        fact.content().nextDay(),
                        fact.content().nextTime(),
                        fact.content().nextPlace()));
        return Stream.concat(introduced, followedUp)
                .max(Comparator.comparing(Booked::at))
                .filter(last -> last.day() != null);
    }

    /** What is booked with the participant at the workplace, as it is read. */
    Optional<String> booked(String caseNumber) {
        return last(caseNumber).map(Booked::text);
    }

    /** See {@link Workplace#followUpDue}. */
    Date followUp(String caseNumber) {
        LocalDate today = programme.today();
        Optional<LocalDate> booked = last(caseNumber).map(Booked::day).filter(day -> day.isAfter(today));
        if (booked.isPresent()) {
            return programme.morning(booked.get());
        }
        Optional<Placement> running = placements.running(caseNumber);
        LocalDate from = running.map(Placement::startsOn)
                .filter(start -> start.isAfter(today))
                .orElse(today);
        Date due = every(caseNumber, from);
        return running.map(Placement::endsOn)
                .filter(end -> end.isAfter(today))
                .map(programme::morning)
                .filter(end -> end.before(due))
                .orElse(due);
    }

    private Date every(String caseNumber, LocalDate from) {
        return programme.morning(from.plus(programmes.of(caseNumber).workplace().followUpEvery()));
    }
}
