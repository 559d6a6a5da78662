package se.samsteg.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When units have their reviews: each unit with users has one that is coming, and each opens the next. */
@Component
class ReviewDays {

    private static final String PROCESS = "review";

    private final Reviews reviews;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final CaseTimers timers;
    private final RuntimeService runtime;
    private final Clock clock;

    ReviewDays(
            Reviews reviews,
            Programme programme,
            Programmes programmes,
            WorkingDays workingDays,
            CaseTimers timers,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.reviews = reviews;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.timers = timers;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openAll() {
        programmes.all().stream()
                .filter(settings -> settings.review() != null)
                .forEach(settings -> settings.units().stream()
                        .filter(Settings.Unit::hasUsers)
                        .forEach(unit -> open(settings, unit.code(), LocalDate.now(clock))));
    }

    /** Opens the unit's next review; nothing where the programme has no reviews, or the unit, any more. */
    void openNext(Reviews.Stored review) {
        Settings settings = programmes.get(review.programme());
        if (settings.review() != null
                && settings.unit(review.unit()).filter(Settings.Unit::hasUsers).isPresent()) {
            open(settings, review.unit(), review.day().plusDays(1));
        }
    }

    private void open(Settings settings, String unit, LocalDate from) {
        LocalDate day = calendar(settings, from);
        reviews.add(planned(UUID.randomUUID(), settings, unit, day))
                .ifPresent(review -> runtime.createMessageCorrelation("review.coming")
                        .processInstanceBusinessKey(review.key())
                        .setVariable("programme", review.programme())
                        .setVariable("reviewId", review.id().toString())
                        .correlateStartMessage());
    }

    /** The first day of the calendar, on or after one. */
    private LocalDate calendar(Settings settings, LocalDate from) {
        Settings.Review review = settings(settings);
        return Stream.iterate(0, n -> n + 1)
                .map(n -> review.firstDay().plus(review.every().multipliedBy(n)))
                .map(workingDays::onOrAfter)
                .filter(day -> !day.isBefore(from))
                .findFirst()
                .orElseThrow();
    }

    private Reviews.Stored planned(UUID id, Settings settings, String unit, LocalDate day) {
        Settings.Review review = settings(settings);
        return new Reviews.Stored(
                id,
                settings.id(),
                unit,
                day,
                day.minus(review.prepareBefore()),
                day.minus(review.remindBefore()),
                null,
                null,
                null);
    }

    private static Settings.Review settings(Settings settings) {
        return Objects.requireNonNull(settings.review());
    }

    Date morning(LocalDate day) {
        return programme.morning(day);
    }

    /** The morning of the working day after the review. */
    Date minutesDue(Reviews.Stored review) {
        return programme.morning(workingDays.after(review.day(), 1));
    }

    /** By when the unit should have read it. */
    Date receiptDue(Reviews.Stored review) {
        return programme.morning(
                LocalDate.now(clock).plus(programmes.get(review.programme()).due("review-receipt")));
    }

    /** @throws Refused if the day is not to come, or the unit has another review then */
    void move(Reviews.Stored review, LocalDate day) {
        require(review, day, "Ny dag");
        reviews.move(review.id(), day, review.prepareOn(), review.callOn());
    }

    /** Moves the unit's next review, which waits to be prepared, to a day that was agreed. */
    void agree(Reviews.Stored review, LocalDate day) {
        Optional<Reviews.Stored> next = reviews.next(review);
        if (next.isEmpty() || next.get().day().equals(day)) {
            return;
        }
        Reviews.Stored coming = next.get();
        require(coming, day, "Nästa ärendedragning");
        Reviews.Stored moved = planned(coming.id(), programmes.get(coming.programme()), coming.unit(), day);
        reviews.move(moved.id(), moved.day(), moved.prepareOn(), moved.callOn());
        timers.move(PROCESS, coming.key(), "timer_preparation", morning(moved.prepareOn()));
    }

    private void require(Reviews.Stored review, LocalDate day, String field) {
        if (!day.isAfter(LocalDate.now(clock))) {
            throw new Refused(field + ": välj en dag från och med i morgon.");
        }
        if (reviews.another(review, day)) {
            throw new Refused(field + ": enheten har redan en ärendedragning den dagen.");
        }
    }
}
