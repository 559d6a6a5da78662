package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.PersonalTables;

/**
 * Erases imported cases that may no longer be kept. There is no person whose file could be gone through, and none goes
 * before the figures of all its years are frozen, from the referral to the last date.
 */
@Component
class ImportedRetention implements PersonalTables {

    private final JdbcClient jdbc;

    ImportedRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void eraseUnnamed(String programme, LocalDate day) {
        erase(
                programme,
                day,
                jdbc.sql("select distinct year from frozen_year where programme = ?")
                        .param(programme)
                        .query(Integer.class)
                        .list());
    }

    /** @param frozen years of the programme whose figures are kept */
    void erase(String programme, LocalDate day, List<Integer> frozen) {
        jdbc.sql("""
                        delete from counted_case c using (
                          select one.case_number, one.referred_on,
                            case when one.exit_on is null and coalesce(one.called_on, one.taken_up_on) is not null
                                      and one.decision = 'admit' then cast(:day as date)
                                 else (one.exit_on + interval '1 year')::date end as counted_until, greatest(referred_on, taken_up_on, called_on, enrolled_on,
                            exit_on, cohort_to, follow_up_on, (select max(happened_on) from counted_event e
                                                               where e.case_number = one.case_number)) as last_day
                          from counted_case one where case_file is null and programme = :programme) known
                        where known.case_number = c.case_number and known.last_day <= :day
                        and not exists (
                          select from generate_series(extract(year from known.referred_on)::integer,
                                                      extract(year from greatest(known.last_day, known.counted_until))::integer) as year
                          where year <> all(:frozen))""")
                .param("programme", programme)
                .param("day", day)
                .param("frozen", frozen.toArray(Integer[]::new))
                .update();
    }
}
