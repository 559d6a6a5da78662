package se.samsteg.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.casefile.CasesNoted;
import se.samsteg.engine.ReadOnce;
import se.samsteg.person.PersonChanged;

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
            self_support_at_exit, self_support_missing_reason, cohort, cohort_from, cohort_to, livelihood_before, livelihood_after,
            occupation_before, occupation_after, work_percent_before, work_percent_after, sick_leave_percent_before,
            sick_leave_percent_after, education, months_on_support, follow_up_on, follow_up_missing_reason,
            follow_up_occupation, follow_up_livelihood, follow_up_health""";

    /** As {@link CountedCase#beganOn} and {@link CountedCase#overOn}, of a row {@code c}. */
    static final String BEGAN = "coalesce(c.called_on, case when c.decision = 'admit' then c.taken_up_on end)";

    static final String OVER = "coalesce(c.exit_on, c.closed_on)";

    /** Cases that are written in one transaction: as many as are counted well within the time that a statement has. */
    static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate page;
    private final Clock clock;
    private final ReadOnce<String, Boolean> told = new ReadOnce<>();

    CountedCases(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.page = new TransactionTemplate(transactions);
        page.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @EventListener
    void noted(CasesNoted noted) {
        List<String> others = new ArrayList<>();
        // A step that changes several things of a case tells of each.
        noted.caseNumbers().forEach(caseNumber -> told.of(caseNumber, () -> others.add(caseNumber)));
        if (!others.isEmpty()) {
            jdbc.sql("insert into changed_case (case_number) select unnest(?)")
                    .params((Object) others.toArray(String[]::new))
                    .update();
        }
    }

    /** All cases of the person, who is known otherwise now. */
    @EventListener
    void changed(PersonChanged event) {
        jdbc.sql("""
                        insert into changed_case (case_number)
                        select other.case_number from case_overview c join case_overview other using (person)
                        where c.case_number = ?""").param(event.caseNumber()).update();
    }

    /**
     * Writes the rows of cases of which something was noted since. In transactions of their own, so that no reader waits for
     * what another does with the rows, and page by page, so that after a migration that counts all cases anew what was
     * written stays, though one reader may not get to the end.
     */
    public void refresh() {
        while (Boolean.TRUE.equals(page.execute(status -> refreshPage()))) {
            // until a page was not full
        }
    }

    /** @return whether there may be more */
    private boolean refreshPage() {
        if (!jdbc.sql("select exists (select from changed_case)")
                .query(Boolean.class)
                .single()) {
            return false;
        }
        // One at a time; the statement after the lock sees what the one before has written.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('samsteg.counted_case'))")
                .query()
                .singleRow();
        String[] changed = jdbc.sql("""
                        with noted as (
                          delete from changed_case where case_number in (
                            select case_number from changed_case group by 1 order by min(id) limit ?)
                          returning case_number)
                        select distinct case_number from noted""").param(PAGE).query(String.class).list().toArray(String[]::new);
        if (changed.length > 0) {
            write(changed);
        }
        return changed.length == PAGE;
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
        return rows(selection, "", Map.of());
    }

    /**
     * Those of them that a figure of the period can count.
     *
     * @param leftSince of participants who left before the period those are needed who left on this day or later
     */
    List<CountedCase> of(Selection selection, LocalDate leftSince) {
        return selection.named()
                ? of(selection)
                : rows(selection, """
                         and (c.referred_on >= :from or c.taken_up_on >= :from
                          or coalesce(c.exit_on, c.closed_on, 'infinity') >= :leftSince
                          and coalesce(c.called_on, c.coach_on, c.enrolled_on, c.exit_on, %s) is not null)""".formatted(BEGAN), Map.of("leftSince", leftSince));
    }

    private List<CountedCase> rows(Selection selection, String needed, Map<String, Object> more) {
        return jdbc.sql("select c.*, %s as by from counted_case c %s where %s %s"
                        .formatted(by(selection), seats(selection), where(selection), needed))
                .params(params(selection))
                .params(more)
                .query((row, n) -> CountedCase.of(row))
                .list();
    }

    /**
     * How often something happened to cases of a selection within its period. Without a day it happened in each period in
     * which the case is counted.
     *
     * @param by code of the dimension that figures are broken down by; null without one
     * @param times rows
     * @param cases to which it happened
     * @param soon of the times, those within eight weeks of the enrolment
     * @param overdue of the times, those that were to end within the period
     */
    record Happened(String kind, String code, @Nullable String by, int times, int cases, int soon, int overdue) {}

    List<Happened> happened(Selection selection) {
        return jdbc.sql("""
                        select kind, code, by, sum(times) as times, count(*) as cases, sum(soon) as soon,
                          sum(overdue) as overdue
                        from (select e.kind, e.code, %s as by, count(*) as times,
                                count(*) filter (where e.happened_on < c.enrolled_on + 56) as soon,
                                count(*) filter (where e.until <= :to and e.until < :today) as overdue
                              from (select * from counted_event where happened_on between :from and :to
                                    union all select * from counted_event where happened_on is null) e
                              join counted_case c using (case_number) %s
                              where (e.happened_on is not null or :named or c.referred_on >= :from
                                  or %s <= :to and coalesce(%s, 'infinity') > :from)
                                and not c.duplicate and %s
                              group by e.case_number, 1, 2, 3) one_case
                        group by 1, 2, 3 order by 1, 2, 3""".formatted(by(selection), seats(selection), BEGAN, OVER, where(selection)))
                .params(params(selection))
                .param("named", selection.named())
                .param("today", LocalDate.now(clock))
                .query(Happened.class)
                .list();
    }

    /**
     * What ended within the period, or was asked for within it and has ended.
     *
     * @param kind step of the ladder, answer to a referral back, or sip
     * @param code of it
     * @param days that it took
     */
    record Ended(String kind, String code, @Nullable String by, int days) {}

    List<Ended> ended(Selection selection) {
        return jdbc.sql("""
                        select e.kind, e.code, %s as by, e.until - e.happened_on as days
                        from (select * from counted_event where kind in ('step', 'answer') and until between :from and :to
                              union all
                              select * from counted_event
                              where kind = 'sip' and until is not null and happened_on between :from and :to) e
                        join counted_case c using (case_number) %s
                        where not c.duplicate and %s""".formatted(by(selection), seats(selection), where(selection)))
                .params(params(selection))
                .query(Ended.class)
                .list();
    }

    /**
     * A person who was handled at a sitting of the period; an imported case is a person, on the day it was taken up.
     *
     * @param by code of the dimension that figures are broken down by; null without one
     */
    record Handled(String person, @Nullable String by) {}

    List<Handled> handled(Selection selection) {
        return jdbc.sql("""
                        select distinct coalesce(o.person::text, c.case_number) as person, %s as by
                        from counted_case c %s
                        left join case_overview o on o.case_number = c.case_file
                        where not c.duplicate and %s
                          and (c.case_file is null and c.taken_up_on between :from and :to
                            or c.case_number in (select case_number from counted_event
                              where kind = 'assessed' and happened_on between :from and :to))""".formatted(by(selection), seats(selection), where(selection)))
                .params(params(selection))
                .query(Handled.class)
                .list();
    }

    static String by(Selection selection) {
        return selection.by() == null ? "null" : selection.by().code();
    }

    static String seats(Selection selection) {
        return selection.by() == Dimension.GROUP
                ? "join (select distinct case_number, group_number from group_seat) seat on seat.case_number = c.case_number"
                : "";
    }

    static String where(Selection selection) {
        StringBuilder where =
                new StringBuilder("c.programme = :programme" + (selection.named() ? "" : " and c.referred_on <= :to"));
        for (Dimension one : selection.filters().keySet()) {
            where.append(
                    one == Dimension.GROUP
                            ? " and c.case_number in (select case_number from group_seat where group_number = :group)"
                            : " and %s = :%s".formatted(one.code(), one.parameter()));
        }
        return where.toString();
    }

    static Map<String, Object> params(Selection selection) {
        Map<String, Object> params = new HashMap<>();
        params.put("programme", selection.programme());
        params.put("from", selection.period().from());
        params.put("to", selection.period().to());
        selection.filters().forEach((one, code) -> params.put(one.parameter(), code));
        return params;
    }
}
