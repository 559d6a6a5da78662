package se.samsteg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.Bench;
import se.samsteg.journey.World;

/**
 * The SQL statements of each task of a journey to work stand in a table, so that a change shows what it adds: those of
 * finding, taking and completing the task, and those of the jobs that follow, letters above all.
 */
@SamstegTest
@Import(Statements.class)
class CostTest {

    private static final Path TABLE = Path.of("src/test/resources/bench/statements.txt");
    private static final Path NOW = Path.of("target/statements.txt");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Test
    void eachTaskOfTheJourneyCostsTheStatementsThatTheTableSays() throws IOException {
        world.begin(LocalDate.of(2027, 2, 1));
        world.isMeasured();
        List<String> people = Bench.identityNumbers(3);
        journey(people.get(0)); // models and forms are read once
        String costs = journey(people.get(1));
        assertThat(journey(people.get(2)))
                .as("the same journey again, with nothing changed")
                .isEqualTo(costs);
        Files.writeString(NOW, costs);
        assertThat(costs)
                .as(
                        "a task costs other statements than before; if that is worth it, write the new table into"
                                + " the repository and say why in the commit: cp %s %s",
                        NOW, TABLE)
                .isEqualTo(Files.readString(TABLE));
    }

    private String journey(String identityNumber) {
        List<String> lines = new ArrayList<>();
        lines.add("%-32s %6s %6s".formatted("task", "itself", "jobs"));
        Bench.Step referral = Bench.referral(identityNumber, world.today());
        lines.add(costs(referral, () -> world.sends(referral)));
        String caseNumber = jdbc.sql("select max(case_number) from case_file")
                .query(String.class)
                .single();
        for (Bench.Step step : Bench.tasks(world.today())) {
            lines.add(costs(step, () -> world.sends(step, caseNumber)));
        }
        return String.join("\n", lines) + "\n";
    }

    private String costs(Bench.Step step, Runnable work) {
        int ofTask = world.as(step.user(), () -> {
            statements.sentSince();
            work.run();
            return statements.sentSince().size();
        });
        world.ticks();
        world.settles();
        return "%-32s %6d %6d"
                .formatted(step.task(), ofTask, statements.sentSince().size());
    }
}
