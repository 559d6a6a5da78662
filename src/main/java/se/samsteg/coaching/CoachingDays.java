package se.samsteg.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When the tasks of coaching come, and when the lead is told that one has not been done. */
@Component
class CoachingDays {

    /** A model cannot leave out the timer of an event sub-process. */
    private static final Period NEVER = Period.ofYears(100);

    private final Talks talks;
    private final CarePause pause;
    private final LongestStay stay;
    private final Programmes programmes;
    private final Programme programme;
    private final WorkingDays workingDays;
    private final Clock clock;

    CoachingDays(
            Talks talks,
            CarePause pause,
            LongestStay stay,
            Programmes programmes,
            Programme programme,
            WorkingDays workingDays,
            Clock clock) {
        this.talks = talks;
        this.pause = pause;
        this.stay = stay;
        this.programmes = programmes;
        this.programme = programme;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Date talk(String caseNumber) {
        return programme.morning(talks.next(caseNumber));
    }

    /** The day that the form proposes for the talk after the next, while care comes first; null otherwise. */
    @Nullable
    String proposed(String caseNumber) {
        return pause.lastDay(caseNumber)
                .map(day -> workingDays
                        .onOrAfter(talks.next(caseNumber).plus(talks.interval(caseNumber)))
                        .toString())
                .orElse(null);
    }

    Date noContact(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        return programme.stillToCome(
                talks.lastContact(caseNumber),
                pause.lastDay(caseNumber).isPresent()
                        ? settings.pause().noContactAlertAfter()
                        : settings.coaching().noContactAlertAfter());
    }

    Date checkIn(String caseNumber) {
        return in(
                talks.started(caseNumber)
                        ? NEVER
                        : programmes.of(caseNumber).planning().checkInAfter());
    }

    Date planCompletion(String caseNumber) {
        LocalDate written =
                talks.plan(caseNumber).map(plan -> talks.day(plan.at())).orElseGet(() -> LocalDate.now(clock));
        return programme.morning(
                written.plus(programmes.of(caseNumber).planning().completePreliminaryPlanWithin()));
    }

    String planReviewCycle(String caseNumber) {
        Period every = settings(caseNumber).planReviewEvery();
        Date first = in(every);
        return "R/%s/%s"
                .formatted(
                        LocalDateTime.ofInstant(first.toInstant(), clock.getZone())
                                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                        every);
    }

    Date planReview() {
        return programme.dueIn("P1W");
    }

    /** By when a plan review that is due now should be done: while care comes first it can wait until the return. */
    Date planReview(String caseNumber) {
        return programme.morning(planReviewed(caseNumber));
    }

    Date planReviewOverdue(String caseNumber) {
        return programme.morning(
                planReviewed(caseNumber).plus(programmes.of(caseNumber).alerts().planReviewOverdueAfter()));
    }

    private LocalDate planReviewed(String caseNumber) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = pause.lastDay(caseNumber).filter(today::isBefore).orElse(today);
        return from.plus(programmes.of(caseNumber).due("coaching-plan-review"));
    }

    Date endPreparation(String caseNumber) {
        return programme.morning(stay.prepared(caseNumber));
    }

    LocalDate endOfStay(String caseNumber) {
        return stay.end(caseNumber);
    }

    private Date in(Period period) {
        return programme.morning(LocalDate.now(clock).plus(period));
    }

    private Settings.Coaching settings(String caseNumber) {
        return programmes.of(caseNumber).coaching();
    }
}
