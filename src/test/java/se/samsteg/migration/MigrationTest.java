package se.samsteg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.StartedApplication;
import se.samsteg.journey.World;
import se.samsteg.released.ReleasedDatabase;

/** Cases that a release left go on by the models of today. */
@Tag("own-jvm")
class MigrationTest {

    private static final String COMMIT = "416e1b9";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void theMailServerRuns() {
        mail.start();
    }

    @AfterEach
    void theMailServerStops() {
        mail.stop();
        ClockUtil.reset();
    }

    @Test
    void everyInstanceFollowsTheNewestVersionOrIsListed() {
        JdbcClient database = restored("migration_all");
        List<Map<String, Object>> before = deadlines(database);
        System.out.println("DEADLINES " + before.size());
        try (var application = StartedApplication.on(TestDatabase.withRoles("migration_all"), mail)) {
            long t = System.nanoTime();
            application.getBean(World.class).settles();
            System.out.println("SETTLED in " + (System.nanoTime() - t) / 1_000_000);
            database.sql("select process, state, reason, detail, count(*) from migration group by 1,2,3,4 order by 1,2")
                    .query()
                    .listOfRows()
                    .forEach(System.out::println);
            database.sql("select kind, state, count(*) from case_addition group by 1,2")
                    .query()
                    .listOfRows()
                    .forEach(System.out::println);
            List<Map<String, Object>> after = deadlines(database);
            after.removeAll(before);
            System.out.println("NEW " + after);
            List<Map<String, Object>> gone = new java.util.ArrayList<>(before);
            gone.removeAll(deadlines(database));
            System.out.println("GONE " + gone);
        }
        assertThat(before).isNotEmpty();
    }

    private static List<Map<String, Object>> deadlines(JdbcClient database) {
        return database.sql("""
                        select j.id_, d.act_id_, d.proc_def_key_, j.duedate_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where process_instance_id_ is not null order by 1""").query().listOfRows();
    }

    private static JdbcClient restored(String name) {
        ReleasedDatabase.restore(COMMIT, name);
        JdbcClient database = TestDatabase.superuser(name);
        LocalDateTime last = database.sql("select max(start_time_) from act_hi_actinst")
                .query(LocalDateTime.class)
                .single();
        ClockUtil.setCurrentTime(
                Date.from(last.atZone(ZoneId.of("Europe/Stockholm")).toInstant()));
        return database;
    }
}
