package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that figures count, beside the same rows counted afresh from facts and views. Every story asks before and after
 * each step: a change that nothing told {@link CountedCases} of leaves a difference. What a test itself writes into tables
 * between two steps is no such change. {@code follow_up_missing} is left out: only nodes of the release before write it.
 */
@TestComponent
public class FreshRows {

    private static final String DIFFERENT = """
            select format('%s.%s is %s, and not %s', case_number, key, kept.value, afresh.value)
            from (select c.case_number, key, value from case_to_count c, jsonb_each_text(to_jsonb(c) - 'follow_up_missing')) afresh
            full join (select c.case_number, key, value from counted_case c, jsonb_each_text(to_jsonb(c) - 'follow_up_missing')
                       where case_file is not null) kept using (case_number, key)
            where kept.value is distinct from afresh.value
            union all
            select format('%s is missing: %s %s on %s until %s', case_number, kind, code, happened_on, until)
            from (select case_number, kind, code, happened_on, until from event_to_count
                  except all select case_number, kind, code, happened_on, until from counted_event) afresh
            union all
            select format('%s has too much: %s %s on %s until %s', case_number, kind, code, happened_on, until)
            from (select e.case_number, kind, code, happened_on, until
                  from counted_event e join counted_case using (case_number) where case_file is not null
                  except all select case_number, kind, code, happened_on, until from event_to_count) kept""";

    /** With more cases it would take longer than the story. */
    private static final int FEW = 60;

    private final CountedCases cases;
    private final JdbcClient jdbc;

    FreshRows(CountedCases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** @return whether the step can be checked */
    public boolean begin() {
        if (jdbc.sql("select count(*) from case_file").query(Integer.class).single() > FEW) {
            return false;
        }
        jdbc.sql("insert into changed_case (case_number) select case_number from case_file")
                .update();
        cases.refresh();
        return true;
    }

    public void check() {
        cases.refresh();
        assertThat(jdbc.sql(DIFFERENT).query(String.class).list())
                .as("rows that figures count, and what would be counted now")
                .isEmpty();
    }
}
