package se.samsteg.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * Who looked at what, one row for each view, refused views too. What is written stays written; when it was, the database
 * says.
 */
@Repository
public class AccessLog {

    private static final String WITHIN = "tenant = :tenant and viewed_at >= :from and viewed_at < :to"
            + " and (case_number is null or case_number like :prefix || '-%')";

    private final LogSchema schema;
    private final JdbcClient jdbc;
    private final Actor actor;
    private final Programmes programmes;
    private final Clock clock;

    /** @param schema migrated before the first view can be written */
    AccessLog(LogSchema schema, JdbcClient jdbc, Actor actor, Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.schema = schema;
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Something that is about to be shown or was refused.
     *
     * @param which id of a form or kind of a document
     * @param caseNumber null for a list, or where there is no such case
     * @param group number of the group whose participants it shows
     * @param tenant whose case it is; null for the viewer's own
     * @param role group id in which it was asked
     * @param denied code of the reason; null if it is shown
     */
    public record View(
            What what,
            @Nullable String which,
            @Nullable String caseNumber,
            @Nullable String group,
            @Nullable String tenant,
            String role,
            @Nullable String denied) {}

    /**
     * Writes the row and commits it before it returns, in a transaction of its own: a rollback of the caller's does not
     * undo it. If this throws, the caller must not show the view.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(View view) {
        String tenant = view.tenant() != null
                ? view.tenant()
                : actor.tenants().stream().sorted().findFirst().orElse(null);
        jdbc.sql("""
                        insert into log.access_log (user_id, role, authority, tenant, case_number, group_number,
                        what, which, denied) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        actor.user(),
                        view.role(),
                        authority(view.role()),
                        tenant,
                        view.caseNumber(),
                        view.group(),
                        view.what().code(),
                        view.which(),
                        view.denied())
                .update();
    }

    /**
     * A caseworker's authority is part of the group id, a conference member's stands in {@code staff_authority}; all
     * other roles work for the programme.
     */
    private String authority(String role) {
        String caseworkers = Role.authority(role);
        if (caseworkers != null) {
            return caseworkers;
        }
        return role.equals(Role.CONFERENCE.id())
                ? jdbc.sql("select authority from staff_authority where user_id = ?")
                        .param(actor.user())
                        .query(String.class)
                        .optional()
                        .orElse("own")
                : "own";
    }

    private record Stored(
            long id,
            Instant viewedAt,
            String userId,
            String role,
            String authority,
            String tenant,
            @Nullable String caseNumber,
            @Nullable String groupNumber,
            String what,
            @Nullable String which,
            @Nullable String denied) {

        /** The role is called as the programmes of the user's association call it. */
        Row row(Collection<Settings> programmes) {
            return new Row(
                    id,
                    viewedAt,
                    userId,
                    StaffGroup.title(
                            role,
                            programmes.stream()
                                    .filter(programme -> programme.tenant().equals(tenant))
                                    .toList()),
                    authority,
                    caseNumber == null ? groupNumber : caseNumber,
                    What.of(what),
                    which,
                    denied != null);
        }
    }

    /**
     * A view as it was written.
     *
     * @param role in Swedish
     * @param authority its code, or own
     * @param subject number of the case or group
     * @param which id of a form or kind of a document
     */
    public record Row(
            long id,
            Instant at,
            String user,
            String role,
            String authority,
            @Nullable String subject,
            What what,
            @Nullable String which,
            boolean denied) {}

    /**
     * What was shown of a case, the case's part in lists of its groups included, in the order it was looked at.
     *
     * @return nothing of what was refused
     */
    public List<Row> of(String caseNumber) {
        return jdbc.sql("""
                        select l.* from log.access_log l where denied is null and (case_number = :case
                          or exists (select from group_seat p where p.case_number = :case
                                     and p.group_number = l.group_number and (l.viewed_at at time zone 'Europe/Stockholm')::date >= p.placed_on
                                     and (p.left_on is null or (l.viewed_at at time zone 'Europe/Stockholm')::date <= p.left_on)))
                        order by viewed_at, id""").param("case", caseNumber).query(Stored.class).list().stream()
                .map(stored -> stored.row(programmes.all()))
                .toList();
    }

    /**
     * Ids of some views, drawn at random for each member of staff in turn, one that was shown before one that was refused: who
     * looks much, or is refused much, hides nothing of the others. Each who looked is there, if that is more than the size.
     *
     * @param month its first day
     * @param prefix of the programme's case numbers; what is about no case is of all programmes
     */
    public List<Long> sample(String tenant, String prefix, LocalDate month, int size) {
        return within("""
                        with shuffled as (
                          select id, user_id, denied,
                            row_number() over (partition by user_id, denied is null order by random()) as turn
                          from log.access_log where %s),
                        drawn as (
                          select id, user_id,
                            row_number() over (partition by user_id order by turn, denied is not null) as turn
                          from shuffled)
                        select id from drawn order by turn, random()
                        limit (select greatest(:size, count(distinct user_id)) from drawn)
                        """, tenant, prefix, month, month.plusMonths(1))
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /**
     * How often a user was refused a view within an hour of the clock.
     *
     * @param hour its first instant
     */
    public record Refusals(String user, Instant hour, long times) {}

    /**
     * Those hours in which a user was refused more often than that.
     *
     * @param prefix of the programme's case numbers; what is about no case is of all programmes
     * @param to the day after the last
     */
    public List<Refusals> refusals(String tenant, String prefix, LocalDate from, LocalDate to, int more) {
        return within("""
                        select user_id as "user", date_trunc('hour', viewed_at) as hour, count(*) as times
                        from log.access_log where %s and denied is not null
                        group by user_id, date_trunc('hour', viewed_at) having count(*) > :more
                        order by hour, user_id""", tenant, prefix, from, to)
                .param("more", more)
                .query(Refusals.class)
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, String tenant, String prefix, LocalDate from, LocalDate to) {
        return jdbc.sql(sql.formatted(WITHIN))
                .param("tenant", tenant)
                .param("prefix", prefix)
                .param("from", midnight(from))
                .param("to", midnight(to));
    }

    /**
     * Erases an association's rows up to the end of a day, as the log's owner: in a transaction of its own, which a
     * rollback of the caller's does not undo.
     */
    public void erase(String tenant, LocalDate day) {
        schema.owner()
                .sql("delete from log.access_log where tenant = ? and viewed_at < ?")
                .params(tenant, midnight(day.plusDays(1)))
                .update();
    }

    private OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /** In the order they were looked at. */
    public List<Row> get(Collection<Long> ids) {
        return jdbc
                .sql("select * from log.access_log where id = any(:ids) order by viewed_at, id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Stored.class)
                .list()
                .stream()
                .map(stored -> stored.row(programmes.all()))
                .toList();
    }
}
