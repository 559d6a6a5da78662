package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

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

    /** Dates every session of each series; of one without an end only the first week's. */
    void date(PlannedGroup group) {
        types.series(group).forEach(series -> add(group, series, group.firstDay(), series.dated()));
    }

    /** Dates some sessions more on a series' weekdays, from a day on. */
    void add(PlannedGroup group, Series series, LocalDate firstDay, int count) {
        sessions.date(
                group.number(),
                series.name(),
                SessionDates.of(firstDay, series.weekdays(), count, workingDays::isWorkingDay));
    }

    /** Dates the session that follows on a recorded one of a series without an end, until the group coach ends it. */
    void follow(PlannedGroup group, int slot) {
        Sessions.Dated last = sessions.session(group.number(), slot);
        Series series = types.series(group, last.series());
        if (series.hasNoEnd() && group.closingOn() == null && !last.planned()) {
            Set<LocalDate> taken = sessions.sessions(group.number()).stream()
                    .filter(one -> one.series().equals(last.series()))
                    .map(Sessions.Dated::day)
                    .collect(Collectors.toSet());
            LocalDate next = SessionDates.of(
                            last.day().plusDays(1),
                            series.weekdays(),
                            1,
                            day -> workingDays.isWorkingDay(day) && !taken.contains(day))
                    .get(0);
            sessions.follow(group.number(), last, next);
        }
    }

    /** When the session in a slot begins, by the day it is on now. */
    Date begins(PlannedGroup group, int slot) {
        Sessions.Dated session = sessions.session(group.number(), slot);
        LocalTime time = types.series(group, session.series()).time();
        return Date.from(ZonedDateTime.of(session.day(), time, clock.getZone()).toInstant());
    }

    /**
     * Such as {@code Hälsogrupp G-2026-003, träff 5 av 24, torsdag 12 februari 2026}; with its series, time and place where
     * the group has several series.
     */
    String heading(PlannedGroup group, int slot) {
        Sessions.Dated session = sessions.session(group.number(), slot);
        Series series = types.series(group, session.series());
        List<Sessions.Dated> all = ofSeries(group, series.name());
        String when = DAY.format(session.day());
        return "%s%d%s, %s"
                .formatted(
                        counted(group, series),
                        all.indexOf(session) + 1,
                        series.hasNoEnd() ? "" : " av " + all.size(),
                        series.alone()
                                ? when
                                : "%s kl. %s–%s%s"
                                        .formatted(
                                                when,
                                                CLOCK.format(series.time()),
                                                CLOCK.format(series.time().plusMinutes(series.minutes())),
                                                series.place() == null ? "" : ", " + series.place()));
    }

    /** What stands before the number of a session. */
    private String counted(PlannedGroup group, Series series) {
        return types.name(group) + (series.alone() ? "" : ", " + series.name()) + ", träff ";
    }

    /** A heading as {@link #heading} has it now that the series has more sessions; any other text as it is. */
    String recounted(PlannedGroup group, String heading) {
        return types.series(group).stream()
                .filter(series -> heading.startsWith(counted(group, series)))
                .findFirst()
                .map(series -> heading.replaceFirst(
                        "(, träff \\d+ av )\\d+",
                        "$1" + ofSeries(group, series.name()).size()))
                .orElse(heading);
    }

    boolean hasNoEnd(PlannedGroup group) {
        return types.of(group).hasNoEnd();
    }

    /**
     * The series that gets more sessions.
     *
     * @param named as it was typed; null in a group that has only one
     * @throws Refused if the group has no such series, or that one has no end anyway
     */
    Series prolongable(PlannedGroup group, @Nullable String named) {
        List<Series> all = types.series(group);
        Series series = all.stream()
                .filter(one -> named == null ? one.alone() : one.name().equalsIgnoreCase(named.strip()))
                .findFirst()
                .orElseThrow(() -> new Refused("Serie: ange en av gruppens serier: %s."
                        .formatted(all.stream().map(Series::name).collect(Collectors.joining(", ")))));
        if (series.hasNoEnd()) {
            throw new Refused("Serie: den har inget slut och behöver inga fler träffar.");
        }
        return series;
    }

    private List<Sessions.Dated> ofSeries(PlannedGroup group, String name) {
        return sessions.sessions(group.number()).stream()
                .filter(one -> types.series(group, one.series()).name().equals(name))
                .toList();
    }

    /**
     * Takes up that a session was held or cancelled, or moves it.
     *
     * @throws Refused if it is moved to a day that has passed
     */
    void record(String groupId, int slot, Session session) {
        int number = sessions.session(groupId, slot).number();
        if (Session.Outcome.HELD.is(session.outcome())) {
            sessions.held(groupId, number, session);
        } else if (Session.Outcome.CANCELLED.is(session.outcome())) {
            sessions.cancelled(groupId, number, session);
        } else {
            sessions.move(groupId, number, meetable(Objects.requireNonNull(session.movedTo())));
            return;
        }
        events.publishEvent(
                new SessionRecorded(sessions.session(groupId, slot).day(), sessions.rollCall(groupId, number)));
    }

    private LocalDate meetable(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refused("Ny dag: välj i dag eller en senare dag.");
        }
        return day;
    }

    /** Whether another day is waited for: of a session that was moved, or of the one that follows. */
    boolean moved(String groupId, int slot) {
        return sessions.session(groupId, slot).planned();
    }

    /** When the lead is told that a session has not been recorded, by the day it is on now. */
    Date recordingOverdue(PlannedGroup group, int slot) {
        LocalDate day = sessions.session(group.number(), slot).day();
        LocalDate today = LocalDate.now(clock);
        // A group that is staffed late gets its first sessions to record when they are over.
        LocalDate asked = day.isBefore(today) ? today : day;
        return programme.morning(
                asked.plus(programmes.get(group.programme()).alerts().rollCallMissingAfter()));
    }
}
