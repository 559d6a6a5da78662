package se.samsteg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;
import se.samsteg.result.AnnualAccounts;

/**
 * How long the lead waits for the figures of a year, as the page asks for them, among more and more cases of twenty years.
 * Not part of {@code mvn verify}; run it with {@code mvn test -Dtest=ResultBench}, or of other numbers of cases
 * with {@code -Dcases=1000,10000}. The table stands in {@code target/results.md}, too.
 */
@SamstegTest
class ResultBench {

    private static final List<Integer> CASES = Stream.of(
                    System.getProperty("cases", "1000,10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int WARMING = 2;
    private static final int ROUNDS = 10;
    private static final String PERIOD = "programme=samboradet&from=2025-01-01&to=2025-12-31";
    private static final String YEAR = "camunda/api/samsteg/results?" + PERIOD;
    private static final String PAGE = "camunda/api/samsteg/results.html?" + PERIOD;
    private static final Map<String, String> ASKED = asked();

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("whole", "");
        List.of("sex", "age", "authority", "unit", "cohort").forEach(one -> asked.put("by " + one, "&by=" + one));
        asked.put("women", "&sex=woman");
        asked.put("women by authority", "&sex=woman&by=authority");
        asked.put("one age band", "&age=25-34");
        asked.put("one authority", "&authority=soc");
        asked.put("one unit", "&unit=unit-1");
        asked.put("one cohort", "&cohort=G-1");
        return asked;
    }

    @Autowired
    World world;

    @Autowired
    AnnualAccounts annual;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    @Test
    void printHowLongFiguresTake() throws Exception {
        world.begin(LocalDate.of(2027, 2, 1));
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        Visit lead = new Visit(port).logIn("projektledare1");
        Visit steering = new Visit(port).logIn("styrgrupp1");
        for (int cases : CASES) {
            gone();
            insert(cases);
            for (Map.Entry<String, String> one : ASKED.entrySet()) {
                add(rows, one.getKey(), times(lead, YEAR + one.getValue()));
            }
            add(rows, "page", times(lead, PAGE));
            add(rows, "page by unit", times(lead, PAGE + "&by=unit"));
            add(rows, "published page", times(steering, PAGE));
            add(rows, "published page by unit", times(steering, PAGE + "&by=unit"));
            add(rows, "missing data", times(lead, "camunda/api/samsteg/missing?" + PERIOD));
            add(rows, "signing the year", signing());
            System.out.println(cases + " cases: " + rows);
        }
        String table = "| ms | %s |\n|---|%s\n%s\n"
                .formatted(
                        String.join(
                                " | ",
                                CASES.stream()
                                        .map(cases -> String.format(Locale.ROOT, "%,d: p50 | p95", cases))
                                        .toList()),
                        "---|---|".repeat(CASES.size()),
                        String.join("\n", rows.values()));
        Files.writeString(Path.of("target/results.md"), table);
        System.out.println(table);
    }

    private static void add(Map<String, StringBuilder> rows, String name, String times) {
        rows.computeIfAbsent(name, key -> new StringBuilder("| " + key + " |")).append(times);
    }

    /** Once, since a year is signed once. */
    private String signing() {
        jdbc.sql("delete from frozen_year").update();
        long begin = System.nanoTime();
        world.as("projektledare1", () -> {
            annual.sign(new AnnualAccounts.Signing("samboradet", 2025, 1, null, null));
            return null;
        });
        double time = (System.nanoTime() - begin) / 1e6;
        return String.format(Locale.ROOT, " %.0f | |", time);
    }

    private static String times(Visit lead, String path) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int n = -WARMING; n < ROUNDS; n++) {
            long begin = System.nanoTime();
            int status = lead.get(path).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answers " + status);
            }
            if (n >= 0) {
                times[n] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        return String.format(
                Locale.ROOT, " %.0f | %.0f |", times[ROUNDS / 2], times[(int) Math.ceil(ROUNDS * 0.95) - 1]);
    }

    /** Three of four are admitted, and leave after half a year to two years; about twenty events each. */
    private void insert(int cases) {
        jdbc.sql("""
                        insert into counted_case (case_number, programme, referred_on, authority, unit, sex, birth_year,
                          taken_up_on, decision, joint_plan, called_on, enrolled_on, planned_on, exit_on, ground,
                          main_outcome, health_at_exit, health_missing_reason, self_support_at_exit, cohort,
                          livelihood_before, livelihood_after, occupation_before, occupation_after, work_percent_before,
                          work_percent_after, sick_leave_percent_before, sick_leave_percent_after, education,
                          months_on_support, follow_up_on, follow_up_occupation, follow_up_livelihood)
                        select 'X-' || n, case when n % 2 = 0 then 'samboradet' else 'ama' end, day,
                          (array['af', 'fk', 'soc', 'region'])[1 + n / 2 % 4], 'unit-' || n / 2 % 20,
                          case when n / 2 % 3 > 0 then 'woman' else 'man' end, extract(year from day)::int - 18 - n % 47,
                          day + 30, case when admitted then 'admit' else 'recommend' end, true,
                          case when admitted then day + 30 end, case when admitted then day + 45 end,
                          case when admitted then day + 80 end, case when gone then last end,
                          case when gone then 'plan-completed' end,
                          case when gone then (array['regular-work', 'studies', 'other-authority', 'moved'])[1 + n % 4] end,
                          case when gone and n % 5 > 0 then (array['better', 'same', 'worse'])[1 + n % 3] end,
                          case when gone and n % 5 = 0 then 'unreachable' end,
                          case when gone and n % 5 > 0 then 'same' end, 'G-' || n / 2 % 40,
                          array['sickness-benefit'], case when gone then array['salary', 'sickness-benefit'] else '{}' end,
                          'sick-leave', case when gone then 'working' end, 0, 50, 100, 50, 'upper-secondary', n % 150,
                          case when gone then last + 370 end, case when gone then 'working' end,
                          case when gone then array['salary'] else '{}' end
                        from (select n, day, n / 2 % 4 > 0 as admitted, day + 180 + n % 540 as last,
                                n / 2 % 4 > 0 and day + 180 + n % 540 < date '2026-12-31' as gone
                              from (select n, date '2007-01-01' + (n::bigint * 7919 % 7300)::int as day
                                    from generate_series(1, :cases) n) days) cases""").param("cases", cases).update();
        jdbc.sql("""
                        insert into counted_event (case_number, kind, code, happened_on, until)
                        select case_number, kinds[i], codes[i], referred_on + 50 + e * 20, referred_on + 70 + e * 20
                        from (select case_number, referred_on, e, 1 + e % 10 as i,
                                array['talk', 'talk', 'talk', 'talk', 'attendance', 'attendance', 'event', 'step', 'measure',
                                  'recommendation'] as kinds,
                                array['held', 'held', 'absent', 'moved', 'took-part', 'excused', 'cbt-begun', 'workplace',
                                  'done', 'followed'] as codes
                              from counted_case, generate_series(1, 20) e where case_file is null) events""").update();
        jdbc.sql("analyze counted_case, counted_event").update();
    }
}
