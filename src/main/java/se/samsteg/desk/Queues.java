package se.samsteg.desk;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.programme.Settings;

/** Reads who waits for a place of the programme or in a group, and never writes it. */
@Repository
class Queues {

    /** One row per waiting case, and one row without a case for a programme with an empty queue. */
    private static final String SQL = """
            select p.programme, p.taken, w.case_number, c.opened_on as referred_on, w.since, w.reason
            from (select programme, (select count(*) from taken_place
                                     where taken_place.programme = asked.programme) as taken
                  from unnest(?) as asked (programme)) p
            left join (waiting_case w join case_overview c using (case_number)) on w.programme = p.programme
            order by w.rank, c.opened_on, w.case_number""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Queues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            String programme,
            int taken,
            @Nullable String caseNumber,
            @Nullable LocalDate referredOn,
            @Nullable LocalDate since,
            @Nullable String reason) {

        Queue.Waiting waiting(LocalDate today) {
            LocalDate since = requireNonNull(this.since);
            return new Queue.Waiting(
                    requireNonNull(caseNumber),
                    requireNonNull(referredOn),
                    since,
                    ChronoUnit.DAYS.between(since, today),
                    requireNonNull(reason));
        }
    }

    /** As they are today. */
    List<Queue> of(Collection<Settings> programmes) {
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = jdbc.sql(SQL)
                .param(programmes.stream().map(Settings::id).toArray(String[]::new))
                .query(Row.class)
                .list();
        List<Wait> waits = waits();
        List<Began> cohorts = cohorts();
        return programmes.stream()
                .map(programme -> queue(
                        programme,
                        rows.stream()
                                .filter(row -> row.programme().equals(programme.id()))
                                .toList(),
                        forGroups(programme, waits),
                        cohorts.stream()
                                .filter(one -> one.programme().equals(programme.id()))
                                .map(Began::cohort)
                                .toList(),
                        today))
                .toList();
    }

    private record Wait(String programme, String type, int waiting, LocalDate since) {}

    private List<Wait> waits() {
        return jdbc.sql("""
                        select w.programme, type, count(*) as waiting, min(w.since) as since
                        from waiting_for_group w join case_overview c using (case_number) where c.closed_on is null
                        group by w.programme, type""").query(Wait.class).list();
    }

    private record Began(
            String programme, String groupNumber, LocalDate fromMonth, LocalDate toMonth, int members, int remaining) {

        Queue.Cohort cohort() {
            return new Queue.Cohort(groupNumber, fromMonth, toMonth, members, remaining);
        }
    }

    private List<Began> cohorts() {
        return jdbc.sql("""
                        select k.programme, k.group_number, k.from_month, k.to_month,
                          count(distinct c.case_number) as members,
                          count(distinct c.case_number) filter (where c.closed_on is null) as remaining
                        from cohort k left join group_seat s on s.group_number = k.group_number
                        left join case_overview c on c.case_number = s.case_number
                        group by 1, 2, 3, 4 order by k.from_month, k.group_number""").query(Began.class).list();
    }

    private static List<Queue.ForGroup> forGroups(Settings programme, List<Wait> waits) {
        return programme.groups().stream()
                .map(group -> waits.stream()
                        .filter(wait -> wait.programme().equals(programme.id())
                                && wait.type().equals(group.type()))
                        .findFirst()
                        .map(wait -> new Queue.ForGroup(group.name(), wait.waiting(), wait.since()))
                        .orElseGet(() -> new Queue.ForGroup(group.name(), 0, null)))
                .toList();
    }

    private static Queue queue(
            Settings programme,
            List<Row> rows,
            List<Queue.ForGroup> groups,
            List<Queue.Cohort> cohorts,
            LocalDate today) {
        return new Queue(
                programme.name(),
                programme.places(),
                rows.get(0).taken(),
                rows.stream()
                        .filter(row -> row.caseNumber() != null)
                        .map(row -> row.waiting(today))
                        .toList(),
                groups,
                cohorts);
    }
}
