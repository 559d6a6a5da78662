package se.samsteg.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.staff.StaffLeft;

/** When members of staff are away. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Leaves {

    private final JdbcClient jdbc;
    private final Clock clock;

    Leaves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Away(UUID id, LocalDate fromDay, LocalDate toDay) {}

    /** @return the new period; nothing if the person is away already on one of these days */
    Optional<UUID> add(String user, LocalDate first, LocalDate last, String deputy) {
        // Two reports about the same person wait for each other: rows that are not there yet cannot be locked.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("staff_absence " + user)
                .query((row, n) -> true)
                .single();
        boolean overlaps = jdbc.sql(
                        "select exists (select from staff_absence where user_id = ? and from_day <= ? and to_day >= ?)")
                .params(user, last, first)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into staff_absence (id, user_id, from_day, to_day, deputy) values (?, ?, ?, ?, ?)")
                .params(id, user, first, last, deputy)
                .update();
        return Optional.of(id);
    }

    Away get(UUID id) {
        return jdbc.sql("select id, from_day, to_day from staff_absence where id = ?")
                .param(id)
                .query(DataClassRowMapper.newInstance(Away.class))
                .single();
    }

    /** The period that is running, otherwise the next one. */
    Optional<Away> nearest(String user) {
        return jdbc.sql("""
                        select id, from_day, to_day from staff_absence where user_id = ? and to_day >= ?
                        order by from_day limit 1""")
                .params(user, LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(Away.class))
                .optional();
    }

    /** From today on the person is here; a period that had not begun before has never been. */
    void endToday(Away away) {
        LocalDate back = LocalDate.now(clock);
        if (away.fromDay().isBefore(back)) {
            jdbc.sql("update staff_absence set to_day = ? where id = ?")
                    .params(back.minusDays(1), away.id())
                    .update();
        } else {
            jdbc.sql("delete from staff_absence where id = ?").param(away.id()).update();
        }
    }

    /**
     * All users who may have acted for a coach: deputies of the cases, the deputy of the time, and those after them.
     */
    List<String> deputies(String coach, String deputy) {
        return jdbc.sql("""
                        with first as (
                          select :deputy as deputy
                          union select deputy from case_overview where coach = :coach and deputy is not null)
                        select deputy from first
                        union select a.deputy from staff_absence a join first on a.user_id = first.deputy""")
                .param("deputy", deputy)
                .param("coach", coach)
                .query(String.class)
                .list();
    }

    /** The deputy of a colleague has left: the successor is the deputy, except for a time when the successor is away. */
    @EventListener
    void replaceDeputy(StaffLeft event) {
        jdbc.sql("update staff_absence set deputy = :to where deputy = :from and user_id <> :to and to_day >= :today")
                .param("from", event.user())
                .param("to", event.successor())
                .param("today", LocalDate.now(clock))
                .update();
    }
}
