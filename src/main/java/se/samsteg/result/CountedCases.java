package se.samsteg.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.CasesNoted;

/**
 * The cases that figures count. Of Samsteg's cases each has a row that is written anew from facts and views before it is
 * read, if something was noted of it since; so recording a fact costs one statement more, and no figure reads facts.
 */
@Repository
class CountedCases {

    private static final String COLUMNS = """
            case_number, case_file, programme, referred_on, authority, unit, sex, birth_year, duplicate, not_in,
            taken_up_on, decision, joint_plan, called_on, coach_on, placed_on, enrolled_on, planned_on, closed_on,
            exit_on, ground, main_outcome, secondary_outcomes, continuation, health_at_exit, health_missing_reason,
            self_support_at_exit, cohort, cohort_from, cohort_to, livelihood_before, livelihood_after,
            occupation_before, occupation_after, work_percent_before, work_percent_after, sick_leave_percent_before,
            sick_leave_percent_after, education, months_on_support, follow_up_on, follow_up_missing,
            follow_up_occupation, follow_up_livelihood, follow_up_health""";

    private final JdbcClient jdbc;

    CountedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void noted(CasesNoted noted) {
        jdbc.sql("insert into changed_case (case_number) select unnest(?)")
                .params((Object) noted.caseNumbers().toArray(String[]::new))
                .update();
    }

    /** Writes the rows of cases of which something was noted since. */
    void refresh() {
        String[] changed = jdbc.sql("delete from changed_case returning case_number")
                .query(String.class)
                .set()
                .toArray(String[]::new);
        if (changed.length > 0) {
            write(changed);
        }
    }

    private void write(Object cases) {
        jdbc.sql("delete from counted_case where case_number = any(?)")
                .params(cases)
                .update();
        jdbc.sql("insert into counted_case (%s) select %s from case_to_count where case_number = any(?)"
                        .formatted(COLUMNS, COLUMNS))
                .params(cases)
                .update();
        jdbc.sql("""
                        insert into counted_event (case_number, kind, code, happened_on, until)
                        select case_number, kind, code, happened_on, until from event_to_count
                        where case_number = any(?)""").params(cases).update();
    }

    /** The cases of a selection that were referred by its last day, each once for each code that it is broken down by. */
    List<CountedCase> of(Selection selection) {
        return jdbc.sql("select c.*, %s as by from counted_case c %s where %s"
                        .formatted(by(selection), seats(selection), where(selection)))
                .params(params(selection))
                .query((row, n) -> CountedCase.of(row))
                .list();
    }

    /**
     * How often something happened to cases of a selection within its period.
     *
     * @param by code of the dimension that figures are broken down by; null without one
     * @param times rows
     * @param cases to which it happened
     * @param soon of the times, those within eight weeks of the enrolment
     * @param days between it and what ended it, those that ended; in no order
     */
    record Happened(
            String kind, String code, @Nullable String by, int times, int cases, int soon, List<Integer> days) {}

    List<Happened> happened(Selection selection) {
        return jdbc.sql("""
                        select e.kind, e.code, %s as by, count(*) as times, count(distinct e.case_number) as cases,
                          count(*) filter (where e.happened_on < c.enrolled_on + 56) as soon,
                          array_agg(e.until - e.happened_on) filter (where e.until is not null) as days
                        from counted_event e join counted_case c using (case_number) %s
                        where (e.happened_on between :from and :to or e.happened_on is null and (
                            c.referred_on >= :from or coalesce(c.called_on, c.taken_up_on) <= :to
                            and coalesce(c.exit_on, c.closed_on, 'infinity') > :from))
                          and not c.duplicate and %s
                        group by 1, 2, 3 order by 1, 2, 3""".formatted(by(selection), seats(selection), where(selection)))
                .params(params(selection))
                .param("from", selection.period().from())
                .query((row, n) -> new Happened(
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("by"),
                        row.getInt("times"),
                        row.getInt("cases"),
                        row.getInt("soon"),
                        row.getArray("days") == null
                                ? List.of()
                                : List.of((Integer[]) row.getArray("days").getArray())))
                .list();
    }

    /**
     * A step of the ladder that ended within the period.
     *
     * @param code the step
     * @param days that it lasted
     */
    record Ended(String code, @Nullable String by, int days) {}

    List<Ended> ended(Selection selection) {
        return jdbc.sql("""
                        select e.code, %s as by, e.until - e.happened_on as days
                        from counted_event e join counted_case c using (case_number) %s
                        where e.kind = 'step' and e.until between :from and :to and not c.duplicate and %s""".formatted(by(selection), seats(selection), where(selection)))
                .params(params(selection))
                .param("from", selection.period().from())
                .query(Ended.class)
                .list();
    }

    private static String by(Selection selection) {
        return selection.by() == null ? "null" : selection.by().code();
    }

    private static String seats(Selection selection) {
        return selection.by() == Dimension.GROUP
                ? "join (select distinct case_number, group_number from group_seat) seat on seat.case_number = c.case_number"
                : "";
    }

    private static String where(Selection selection) {
        StringBuilder where = new StringBuilder("c.programme = :programme and c.referred_on <= :to");
        for (Dimension one : selection.filters().keySet()) {
            where.append(
                    one == Dimension.GROUP
                            ? " and c.case_number in (select case_number from group_seat where group_number = :group)"
                            : " and %s = :%s".formatted(one.code(), one.parameter()));
        }
        return where.toString();
    }

    private static Map<String, Object> params(Selection selection) {
        Map<String, Object> params = new HashMap<>();
        params.put("programme", selection.programme());
        params.put("to", selection.period().to());
        selection.filters().forEach((one, code) -> params.put(one.parameter(), code));
        return params;
    }
}
