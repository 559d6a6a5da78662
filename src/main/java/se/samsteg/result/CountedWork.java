package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what coaches, groups and sittings did, from views that their owners publish. */
@Repository
class CountedWork {

    private final JdbcClient jdbc;

    CountedWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Work of(Selection selection) {
        return new Work(
                loads(selection),
                groups(selection),
                sittings(selection),
                !selection.filters().isEmpty());
    }

    /** By the coach and the weight that a case has now, since earlier ones are not kept by the day. */
    private List<Work.Load> loads(Selection selection) {
        return jdbc.sql("""
                        select o.coach, %s as by, sum(coalesce(o.complexity, 1)) as points
                        from counted_case c join case_overview o on o.case_number = c.case_file %s
                        where %s and not c.duplicate and o.coach is not null and %s <= :to
                          and coalesce(%s, 'infinity') > :to
                        group by 1, 2""".formatted(
                                CountedCases.by(selection),
                                CountedCases.seats(selection),
                                CountedCases.where(selection),
                                CountedCases.BEGAN,
                                CountedCases.OVER))
                .params(CountedCases.params(selection))
                .query(Work.Load.class)
                .list();
    }

    /** A group has begun when it has held a session. */
    private List<Work.Group> groups(Selection selection) {
        return jdbc.sql("""
                        select g.cancelled_on is not null as cancelled,
                          exists (select from held_session h where h.group_number = g.group_number) as begun,
                          (select count(*) from held_session h
                           where h.group_number = g.group_number and h.day between :from and :to) as sessions
                        from planned_group g
                        where g.programme = :programme and g.first_day between :from and :to""")
                .params(CountedCases.params(selection.every()))
                .query(Work.Group.class)
                .list();
    }

    private List<Work.Sitting> sittings(Selection selection) {
        return jdbc.sql("""
                        select day, present from held_sitting
                        where programme = :programme and day between :from and :to order by day""")
                .params(CountedCases.params(selection.every()))
                .query((row, n) -> new Work.Sitting(row.getObject("day", LocalDate.class), List.of((String[])
                        row.getArray("present").getArray())))
                .list();
    }
}
