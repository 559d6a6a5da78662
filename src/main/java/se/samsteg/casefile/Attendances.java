package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * How a participant came to the sessions of groups, as far as it was recorded, and how much of it the authority that
 * referred may know: one question for all who show it there.
 */
@Component
public class Attendances {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final Programmes programmes;
    private final Actor actor;

    Attendances(JdbcClient jdbc, Consents consents, Programmes programmes, Actor actor) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.consents = consents;
        this.programmes = programmes;
    }

    /**
     * The sessions of a calendar month in one group.
     *
     * @param month its first day
     * @param type of the group
     */
    public record Month(LocalDate month, String groupNumber, String type, int attended, int excused, int absent) {

        /** Such as {@code med på 3 av 4 registrerade träffar, giltig frånvaro 1, uteblev 0}. */
        public String text() {
            return "med på %d av %d registrerade träffar, giltig frånvaro %d, uteblev %d"
                    .formatted(attended, attended + excused + absent, excused, absent);
        }
    }

    /** All that was recorded of a case, the newest month first; for staff of the programme. */
    public List<Month> all(String caseNumber) {
        return jdbc.sql("""
                        select date_trunc('month', day)::date as month, group_number, type,
                          count(*) filter (where attendance in ('took-part', 'present')) as attended,
                          count(*) filter (where attendance = 'excused') as excused,
                          count(*) filter (where attendance = 'absent') as absent
                        from case_attendance where case_number = ?
                        group by 1, group_number, type order by 1 desc, group_number""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Month.class))
                .list();
    }

    /** As {@link #all}, of the groups that the user who asks leads. */
    public List<Month> ofOwnGroups(String caseNumber) {
        List<String> own = jdbc.sql("""
                        select group_number from group_seat where case_number = :case and :me in (leader, second_leader)""")
                .param("case", caseNumber)
                .param("me", actor.user())
                .query(String.class)
                .list();
        return all(caseNumber).stream()
                .filter(month -> own.contains(month.groupNumber()))
                .toList();
    }

    /**
     * What the authority that referred may know today: of groups whose type shares attendance, if the referral asked for it
     * and a consent in force covers it. Otherwise nothing.
     */
    public List<Month> shared(CaseFile file) {
        if (whyNotShared(file) != null) {
            return List.of();
        }
        List<String> types = sharing(file);
        return all(file.caseNumber()).stream()
                .filter(month -> types.contains(month.type()))
                .toList();
    }

    /** Why the authority that referred may know nothing of the attendance today, in Swedish; null if it may. */
    public @Nullable String whyNotShared(CaseFile file) {
        if (sharing(file).isEmpty()) {
            return "Programmet delar inte närvaro med handläggaren";
        }
        return asked(file.caseNumber())
                ? consents.of(file.caseNumber()).whyNot(file.authority(), Information.ATTENDANCE)
                : "Remissen ber inte om närvaro";
    }

    /** The types of groups that share it. */
    private List<String> sharing(CaseFile file) {
        return programmes.get(file.programme()).groups().stream()
                .filter(group -> group.attendance() == Settings.Attendance.SHARED)
                .map(Settings.Group::type)
                .toList();
    }

    /** As {@link #shared(CaseFile)}, of the months from that of a day on; empty if nothing may be known or was recorded. */
    public String sharedSince(CaseFile file, LocalDate since) {
        return shared(file).stream()
                .filter(month -> !month.month().isBefore(since.withDayOfMonth(1)))
                .map(month -> month.month().toString().substring(0, 7) + ": " + month.text())
                .collect(Collectors.joining("\n"));
    }

    /** Whether the referral, or what completed it last, asks to know of the attendance, in field {@code wantsAttendance}. */
    private boolean asked(String caseNumber) {
        return jdbc.sql("""
                        select content ->> 'wantsAttendance' in ('true', 'yes') from current_fact
                        where case_number = ? and kind like 'referral-%' and content ->> 'wantsAttendance' is not null
                        order by recorded_at desc, id desc limit 1""").param(caseNumber).query(Boolean.class).optional().orElse(false);
    }
}
