package se.samsteg.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.engine.Phase;

/**
 * What models ask of a case's programme. A deadline is a calendar date, counted in Europe/Stockholm, and falls due at
 * eight in the morning, when staff are there to act on it; so neither summer time nor the hour of a click moves it.
 */
@Phase("programme")
public class Programme {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    Programme(Programmes programmes, WorkingDays workingDays, Clock clock) {
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** When what a caseworker must complete is overdue. */
    public Date completionDue(String caseNumber) {
        return fromToday(caseNumber, settings -> settings.completion().period());
    }

    /** When the caseworker is reminded to complete. */
    public Date completionReminder(String caseNumber) {
        return fromToday(caseNumber, settings -> settings.completion().reminderAfter());
    }

    /** By when the lead decides on an exception from the criteria. */
    public Date exceptionDue(String caseNumber) {
        return morning(workingDays.after(
                today(), programmes.of(caseNumber).exceptions().decideWithinWorkingDays()));
    }

    /** When the lead is reminded of it, until it is decided: an ISO 8601 repetition. */
    public String exceptionReminders(String caseNumber) {
        Settings.Exceptions exceptions = programmes.of(caseNumber).exceptions();
        return "R/%sT%s:00/%s"
                .formatted(
                        workingDays.after(today(), exceptions.remindAfterWorkingDays()),
                        MORNING,
                        exceptions.remindEvery());
    }

    /** The groups that find workplaces; none where each coach does. */
    public List<String> workplaceStaff(String caseNumber) {
        return programmes.of(caseNumber).staffing().workplace().groups();
    }

    /** The groups that assess the need of support; none where each coach does. */
    public List<String> assessors(String caseNumber) {
        return programmes.of(caseNumber).staffing().assessment().groups();
    }

    /** The group that approves a referral back. */
    public List<String> approvers(String caseNumber) {
        return List.of(programmes.of(caseNumber).staffing().approval().role());
    }

    /** When a request that was not confirmed is dropped; counted from now in hours and not in working mornings. */
    public Date confirmBy(String caseNumber) {
        return Date.from(
                clock.instant().plus(programmes.of(caseNumber).confirmation().within()));
    }

    /**
     * When a task should be done. What belongs to no case is due by the programmes of its association: the soonest of
     * them.
     *
     * @param task the id of its form, by which the programme's file sets it
     */
    public Date due(DelegateExecution execution, String task) {
        LocalDate today = LocalDate.now(clock);
        return programmes(execution)
                .map(settings -> today.plus(settings.due(task)))
                .min(Comparator.naturalOrder())
                .map(this::morning)
                .orElseThrow();
    }

    private Stream<Settings> programmes(DelegateExecution execution) {
        return execution.getVariable("caseNumber") instanceof String caseNumber
                ? Stream.of(programmes.of(caseNumber))
                : programmes.all().stream()
                        .filter(settings -> execution.getTenantId() == null
                                || settings.tenant().equals(execution.getTenantId()));
    }

    /**
     * For cases that began when the models themselves said how long a task may take.
     *
     * @param period ISO 8601, such as {@code P1W}
     */
    public Date dueIn(String period) {
        return morning(LocalDate.now(clock).plus(Period.parse(period)));
    }

    /**
     * The first morning that is still to come, whole periods after a day: so what is told once for each full period is not
     * told again when the step that waits for it is begun anew.
     */
    public Date stillToCome(LocalDate from, Period every) {
        LocalDate day = from.plus(every);
        while (!morning(day).toInstant().isAfter(clock.instant())) {
            day = day.plus(every);
        }
        return morning(day);
    }

    /**
     * The morning of a day that a form gave.
     *
     * @param day ISO 8601, such as {@code 2026-11-30}
     */
    public Date on(String day) {
        return morning(LocalDate.parse(day));
    }

    /** When the lead is reminded of an alert that has no answer: by the programme that reminds soonest, as {@link #due}. */
    public String alertCycle(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock);
        return programmes(execution)
                .map(settings -> settings.alerts().repeatEvery())
                .min(Comparator.comparing(today::plus))
                .map(this::cycle)
                .orElseThrow();
    }

    /** Each full period from now on, as an ISO 8601 repetition {@code R/start/period}. */
    public String cycle(Period every) {
        Date first = morning(LocalDate.now(clock).plus(every));
        return "R/%s/%s"
                .formatted(
                        LocalDateTime.ofInstant(first.toInstant(), clock.getZone())
                                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                        every);
    }

    /** In Europe/Stockholm. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private Date fromToday(String caseNumber, Function<Settings, Period> period) {
        return morning(LocalDate.now(clock).plus(period.apply(programmes.of(caseNumber))));
    }

    /** A day's deadline as the engine takes it. */
    public Date morning(LocalDate day) {
        return Date.from(ZonedDateTime.of(day, MORNING, clock.getZone()).toInstant());
    }
}
