package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.WorkingDays;

/** A group's sessions: when they are, what was recorded of them, and more of them. */
@Component
class SessionTasks {

    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Sessions sessions;
    private final GroupTypes types;
    private final Programmes programmes;
    private final Programme programme;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SessionTasks(
            Sessions sessions,
            GroupTypes types,
            Programmes programmes,
            Programme programme,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.types = types;
        this.programmes = programmes;
        this.programme = programme;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /** Dates every session: the type's weeks times its sessions a week. */
    void date(PlannedGroup group) {
        var type = types.of(group);
        add(group, group.firstDay(), type.weeks() * type.sessionsPerWeek());
    }

    /** Dates some sessions more on the group's weekdays, from a day on. */
    void add(PlannedGroup group, LocalDate firstDay, int count) {
        sessions.date(group.number(), SessionDates.of(firstDay, group.days(), count, workingDays::isWorkingDay));
    }

    /** When a session begins, by the day it is on now. */
    Date begins(PlannedGroup group, int number) {
        LocalDate day = sessions.session(group.number(), number).day();
        return Date.from(
                ZonedDateTime.of(day, group.startsAt(), clock.getZone()).toInstant());
    }

    /** Such as {@code Hälsogrupp G-2026-003, träff 5 av 24, torsdag 12 februari 2026}. */
    String heading(PlannedGroup group, int number) {
        List<Sessions.Dated> all = sessions.sessions(group.number());
        return "%s, träff %d av %d, %s"
                .formatted(
                        types.name(group),
                        number,
                        all.size(),
                        DAY.format(all.get(number - 1).day()));
    }

    /**
     * Takes up that a session was held or cancelled, or moves it.
     *
     * @throws Refused if it is moved to a day that has passed
     */
    void record(String groupId, int number, Session session) {
        if (Session.Outcome.HELD.is(session.outcome())) {
            sessions.held(groupId, number, session);
        } else if (Session.Outcome.CANCELLED.is(session.outcome())) {
            sessions.cancelled(groupId, number, session);
        } else {
            sessions.move(groupId, number, meetable(Objects.requireNonNull(session.movedTo())));
            return;
        }
        events.publishEvent(
                new SessionRecorded(sessions.session(groupId, number).day(), sessions.rollCall(groupId, number)));
    }

    private LocalDate meetable(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refused("Ny dag: välj i dag eller en senare dag.");
        }
        return day;
    }

    /** Whether a session that was recorded has neither been held nor cancelled, and so waits for a new day. */
    boolean moved(String groupId, int number) {
        return sessions.session(groupId, number).state().equals("planned");
    }

    /** When the lead is told that a session has not been recorded, by the day it is on now. */
    Date recordingOverdue(PlannedGroup group, int number) {
        LocalDate day = sessions.session(group.number(), number).day();
        LocalDate today = LocalDate.now(clock);
        // A group that is staffed late gets its first sessions to record when they are over.
        LocalDate asked = day.isBefore(today) ? today : day;
        return programme.morning(
                asked.plus(programmes.get(group.programme()).alerts().rollCallMissingAfter()));
    }
}
