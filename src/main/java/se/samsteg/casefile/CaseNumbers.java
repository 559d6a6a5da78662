package se.samsteg.casefile;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.CaseNumber;
import se.samsteg.programme.Settings;

/** Gives each new case a number that no other case has or had. */
@Repository
class CaseNumbers {

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers run without regard to rolled-back attempts: a gap tells nothing, a repeated number would. */
    String next(Settings programme, int year) {
        int last = jdbc.sql("""
                        insert into case_counter (programme, year, last) values (:programme, :year, 1)
                        on conflict (programme, year) do update set last = (
                          select number
                          from generate_series(case_counter.last + 1, case_counter.last + 1 + (
                            select count(*)::integer from taken_number ahead
                            where ahead.programme = :programme and ahead.year = :year
                            and ahead.number > case_counter.last)) as number
                          where not exists (select from taken_number taken where taken.programme = :programme
                                            and taken.year = :year and taken.number = number.number)
                          order by number limit 1)
                        returning last""")
                .param("programme", programme.id())
                .param("year", year)
                .query(Integer.class)
                .single();
        return new CaseNumber(programme.casePrefix(), year, last).toString();
    }

    /** A year with a taken number has a counter, which is locked: a case that is opened meanwhile waits for the number. */
    @EventListener
    void taken(CaseNumbersTaken taken) {
        Integer[] years = taken.numbers().stream().map(CaseNumber::year).toArray(Integer[]::new);
        jdbc.sql("""
                        insert into case_counter (programme, year, last)
                        select distinct :programme, year::smallint, 0 from unnest(:years) as year order by 2
                        on conflict (programme, year) do update set last = case_counter.last""")
                .param("programme", taken.programme())
                .param("years", years)
                .update();
        jdbc.sql("""
                        insert into taken_number (programme, year, number)
                        select :programme, year, number from unnest(:years, :numbers, :texts) as one(year, number, text)
                        where not exists (select from case_file where case_number = one.text)
                        on conflict do nothing""")
                .param("programme", taken.programme())
                .param("years", years)
                .param(
                        "numbers",
                        taken.numbers().stream().map(CaseNumber::number).toArray(Integer[]::new))
                .param(
                        "texts",
                        taken.numbers().stream().map(CaseNumber::toString).toArray(String[]::new))
                .update();
    }
}
