package se.samsteg.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.journey.Bench;
import se.samsteg.journey.StartedApplication;
import se.samsteg.journey.World;

/**
 * What a step of the work journey costs (the start form, then finding, taking and completing fifteen tasks), beside bare
 * Camunda with as many steps and the same answers, on one PostgreSQL with its default durability. Not part of
 * {@code mvn verify}; run it with {@code mvn test -Dtest=CostBench}. The table stands in {@code target/cost.md}, too.
 */
class CostBench {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final int WARMING = 5;
    private static final int JOURNEYS = 20;

    private static final String CAMUNDA = "Camunda, engine";
    private static final String CAMUNDA_REST = "Camunda, REST";
    private static final String SAMSTEG = "Samsteg, engine";
    private static final String SAMSTEG_REST = "Samsteg, REST";
    private static final String JOBS = "its letters and jobs";
    private static final List<String> COLUMNS = List.of(CAMUNDA, SAMSTEG, CAMUNDA_REST, SAMSTEG_REST, JOBS);

    private final Statements statements = new Statements();
    private final Map<String, Meter> meters = new LinkedHashMap<>();

    @Test
    void printWhatAStepCosts() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
            superuser.sql("create database bare").update();
            superuser.sql("create database samsteg").update();
            // One application at a time: Camunda knows its engines by name, for the whole JVM.
            try (var camunda = BareCamunda.on(
                    postgres.getJdbcUrl("postgres", "bare"), statements, referral("-"), Bench.tasks(TODAY))) {
                journeys(CAMUNDA, new Way.Engine(camunda), superuser, null);
                journeys(CAMUNDA_REST, new Way.Rest(camunda), superuser, null);
            }
            try (var samsteg = samsteg(postgres, mail)) {
                journeys(SAMSTEG, new Way.Engine(samsteg), superuser, samsteg);
                journeys(SAMSTEG_REST, new Way.Rest(samsteg), superuser, samsteg);
            }
        } finally {
            mail.stop();
        }
        Files.writeString(Path.of("target/cost.md"), table());
        System.out.println(table());
    }

    private ConfigurableApplicationContext samsteg(EmbeddedPostgres postgres, GreenMail mail) throws IOException {
        JdbcClient.create(postgres.getDatabase("postgres", "samsteg"))
                .sql(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        return StartedApplication.on(
                "jdbc:postgresql://localhost:%d/samsteg".formatted(postgres.getPort()), mail, statements::countIn);
    }

    private static Bench.Step referral(String identityNumber) {
        return Bench.referral(identityNumber, TODAY);
    }

    /** @param samsteg null for bare Camunda, whose process has no jobs */
    private void journeys(String name, Way way, JdbcClient superuser, @Nullable ConfigurableApplicationContext samsteg)
            throws Exception {
        PostgresCpu postgres = new PostgresCpu(superuser);
        World world = samsteg == null ? null : samsteg.getBean(World.class);
        if (world != null) {
            world.begin(TODAY);
            world.isMeasured();
        }
        Meter steps = new Meter(statements, superuser, postgres);
        Meter jobs = new Meter(statements, superuser, postgres);
        List<String> people = Bench.identityNumbers(WARMING + JOURNEYS);
        for (int n = 0; n < people.size(); n++) {
            if (n == WARMING) {
                steps = new Meter(statements, superuser, postgres);
                jobs = new Meter(statements, superuser, postgres);
                // From here on a page is written whole into the log the first time it is changed.
                superuser.sql("checkpoint").update();
            }
            Bench.Step start = referral(people.get(n));
            String given = world == null ? name + n : null;
            measured(steps, jobs, world, way, start, () -> way.start(start, given));
            String businessKey = samsteg == null
                    ? name + n
                    : samsteg.getBean(JdbcClient.class)
                            .sql("select max(case_number) from case_file")
                            .query(String.class)
                            .single();
            for (Bench.Step step : Bench.tasks(TODAY)) {
                measured(steps, jobs, world, way, step, () -> way.complete(step, businessKey));
            }
        }
        meters.put(name, steps);
        if (world != null) {
            meters.put(JOBS, jobs);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void measured(Meter steps, Meter jobs, @Nullable World world, Way way, Bench.Step step, Work work)
            throws Exception {
        way.as(step.user());
        steps.begin();
        work.run();
        steps.end();
        if (world != null) {
            way.logOut();
            world.ticks();
            jobs.begin();
            world.settles();
            jobs.end();
        }
    }

    private String table() {
        Map<String, Function<Meter, Double>> rows = new LinkedHashMap<>();
        rows.put("SQL statements", Meter::statements);
        rows.put("WAL, KB", Meter::walKilobytes);
        rows.put("CPU of the JVM, ms", Meter::jvmMillis);
        rows.put("CPU of PostgreSQL, ms", Meter::postgresMillis);
        rows.put("p50, ms", meter -> meter.percentile(50));
        rows.put("p95, ms", meter -> meter.percentile(95));
        rows.put("p99, ms", meter -> meter.percentile(99));
        String head =
                "| a step costs | " + String.join(" | ", COLUMNS) + " |\n|---|" + "---|".repeat(COLUMNS.size()) + "\n";
        return head
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | "
                                + COLUMNS.stream()
                                        .map(meters::get)
                                        .map(row.getValue())
                                        .map(value -> String.format(Locale.ROOT, "%.1f", value))
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }
}
