package se.samsteg.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The no-shows of the cases; one that is settled does not count any more. */
@Repository
class NoShows {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoShows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who counts the no-shows of a case, or changes what counts, waits here for who was first: so of two that are recorded
     * at once only one is the first. Always in the same order, and not against the references that a stored fact or roll
     * call holds on the case: both have written theirs when they come here, and would wait for each other for ever.
     */
    void lock(Collection<String> caseNumbers) {
        jdbc.sql(
                        "select case_number from case_overview where case_number = any(?) order by case_number for no key update")
                .param(caseNumbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    UUID add(String caseNumber, Missed meeting, LocalDate missedOn) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into no_show (id, case_number, meeting, missed_on, recorded_at, recorded_in)
                        values (:id, :case, :missed, :day, :now, (
                          select f.id from current_fact f where f.case_number = :case and f.kind = :form
                          order by f.recorded_at desc, f.id desc limit 1))""")
                .param("id", id)
                .param("case", caseNumber)
                .param("missed", meeting.code())
                .param("day", missedOn)
                .param("now", OffsetDateTime.now(clock))
                .param("form", meeting.form())
                .update();
        return id;
    }

    /** Whether care comes first now, or came first on a day. */
    boolean paused(String caseNumber, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from care_pause
                        where case_number = ? and (ended_on is null or ? between began_on and ended_on))""").params(caseNumber, day).query(Boolean.class).single();
    }

    /** @param meeting code of a {@link Missed}; null in what was counted before it was kept */
    record Counting(LocalDate missedOn, @Nullable String meeting) {

        String text() {
            return meeting == null
                    ? missedOn.toString()
                    : missedOn + " " + Missed.of(meeting).words();
        }
    }

    /** Those that count, the oldest first. */
    List<Counting> counting(String caseNumber) {
        return jdbc.sql("""
                        select missed_on, meeting from no_show where case_number = ? and settled_on is null
                        order by missed_on, recorded_at""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Counting.class))
                .list();
    }

    /** When and why a count began anew. */
    record Reset(LocalDate settledOn, String settlement) {}

    Optional<Reset> lastReset(String caseNumber) {
        return jdbc.sql("""
                        select settled_on, settlement from no_show where case_number = ?
                        and settlement <> 'valid-reason' order by settled_on desc, recorded_at desc limit 1""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Reset.class))
                .optional();
    }

    /** One no-show that had a valid reason after all, as the last fact of a kind explains. */
    void excuse(UUID id, String kind) {
        settle("id", id, "valid-reason", kind);
    }

    /**
     * Those that count and whose form does not say any more that the participant did not come, since it was corrected.
     */
    List<UUID> wronglyRecorded(String caseNumber) {
        return jdbc.sql("""
                        select n.id from no_show n join current_fact f on f.id = n.recorded_in
                        where n.case_number = ? and n.settled_on is null
                          and not coalesce('absent' in (f.content ->> 'outcome', f.content ->> 'result'), false)
                          and f.content ->> 'notHeldReason' is distinct from 'participant-absent'""").param(caseNumber).query(UUID.class).list();
    }

    /** A session of a day, if it counts; one of two counts as the other. */
    List<UUID> ofSession(String caseNumber, LocalDate day) {
        return jdbc.sql(
                        "select id from no_show where case_number = ? and meeting = ? and missed_on = ? and settled_on is null limit 1")
                .params(caseNumber, Missed.SESSION.code(), day)
                .query(UUID.class)
                .list();
    }

    /**
     * The count begins anew.
     *
     * @param kind of the last fact, which explains why; null where none of the case does
     */
    void reset(String caseNumber, String settlement, @Nullable String kind) {
        settle("case_number", caseNumber, settlement, kind);
    }

    private void settle(String column, Object value, String settlement, @Nullable String kind) {
        jdbc.sql("""
                        update no_show set settled_on = :today, settlement = :settlement,
                        settled_by = (select f.id from current_fact f where f.case_number = no_show.case_number and f.kind = :kind
                                      order by f.recorded_at desc, f.id desc limit 1)
                        where settled_on is null and %s = :value""".formatted(column))
                .param("today", LocalDate.now(clock))
                .param("settlement", settlement)
                .param("kind", kind)
                .param("value", value)
                .update();
    }
}
