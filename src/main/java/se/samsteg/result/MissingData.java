package se.samsteg.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Settings;

/**
 * What the figures of a period lack of each case, as long as it can be filled in. An answer that is missing for a reason is
 * no lack, nor is what was to be asked of a participant who has left since.
 */
@Repository
class MissingData {

    /** In the order in which they are shown; each with when a case lacks it. */
    private static final Map<Lack, String> LACKING = lacking();

    private final JdbcClient jdbc;
    private final CountedCases cases;

    MissingData(JdbcClient jdbc, CountedCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    private static Map<Lack, String> lacking() {
        String referred = "c.referred_on >= :from and ";
        String began = CountedCases.BEGAN + " between :from and :to and ";
        String living = "c.exit_on between :from and :to and c.main_outcome is distinct from 'deceased' and ";
        Map<Lack, String> lacking = new LinkedHashMap<>();
        lacking.put(Lack.SEX, referred + "c.sex is null");
        lacking.put(Lack.BIRTH_YEAR, referred + "c.birth_year is null");
        lacking.put(Lack.UNIT, referred + "c.unit is null");
        lacking.put(Lack.LIVELIHOOD_BEFORE, living + "c.livelihood_before = '{}'");
        lacking.put(Lack.OCCUPATION_BEFORE, living + "c.occupation_before is null");
        lacking.put(Lack.EDUCATION, began + "c.education is null");
        lacking.put(Lack.MONTHS_ON_SUPPORT, began + "c.months_on_support is null");
        lacking.put(Lack.MAIN_OUTCOME, "c.exit_on between :from and :to and c.main_outcome is null");
        lacking.put(
                Lack.HEALTH_AT_EXIT,
                living + "c.health_at_exit is null and coalesce(c.health_missing_reason, 'not-asked') = 'not-asked'");
        lacking.put(Lack.LIVELIHOOD_AFTER, living + "c.livelihood_after = '{}'");
        lacking.put(Lack.OCCUPATION_AFTER, living + "c.occupation_after is null");
        lacking.put(
                Lack.ONE_YEAR,
                "(c.exit_on + cast(:finalAfter as interval))::date between :from and :to and c.follow_up_missing_reason is null"
                        + " and c.follow_up_on is null and c.main_outcome is distinct from 'deceased'");
        return lacking;
    }

    /**
     * A case with what it lacks.
     *
     * @param imported filled in by importing it again
     * @param open what is filled in when a task that has not been done yet is done
     * @param told what was said in a form that has been completed and can be corrected
     */
    record Row(String caseNumber, boolean imported, List<Lack> open, List<Lack> told) {}

    private record Found(String caseNumber, boolean imported, String what, boolean told) {}

    /** By case number. */
    @Transactional
    List<Row> of(Settings programme, Period period) {
        cases.refresh();
        String each = LACKING.entrySet().stream()
                .map(one -> "('%s', '%s', %s)".formatted(one.getKey().name(), one.getKey().form, one.getValue()))
                .collect(Collectors.joining(", "));
        Map<String, List<Found>> found = jdbc
                .sql("""
                        select c.case_number, c.case_file is null as imported, lack.what, told.told
                        from counted_case c
                        cross join lateral (values %s) as lack (what, form, missing)
                        cross join lateral (select exists (select from current_fact f
                            where f.case_number = c.case_file and f.kind = lack.form) as told) told
                        where c.programme = :programme and not c.duplicate and c.referred_on <= :to
                          and (c.referred_on >= :from or %s >= :from
                            or c.exit_on >= cast(:from as date) - cast(:finalAfter as interval) - interval '3 days')
                          and lack.missing
                          and (c.case_file is null or told.told or %s is null or lack.form = :oneYear)
                        order by c.case_number""".formatted(each, CountedCases.BEGAN, CountedCases.OVER))
                .param("programme", programme.id())
                .param("from", period.from())
                .param("to", period.to())
                .param("finalAfter", programme.followup().finalAfter().toString())
                .param("oneYear", Lack.ONE_YEAR.form)
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::caseNumber, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        found.forEach((number, lacks) -> rows.add(new Row(
                number,
                lacks.get(0).imported(),
                lacks(lacks, false).toList(),
                lacks(lacks, true).toList())));
        return rows;
    }

    private static Stream<Lack> lacks(List<Found> found, boolean told) {
        return found.stream()
                .filter(one -> one.told() == told)
                .map(one -> Lack.valueOf(one.what().toUpperCase(Locale.ROOT)))
                .sorted();
    }
}
