package se.samsteg.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samsteg.access.AccessLog;
import se.samsteg.demo.PlayedDemo;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.EveryPhase;
import se.samsteg.journey.StartedApplication;
import se.samsteg.journey.World;

/**
 * Makes the database that a release leaves, with a case in every phase, and dumps it to {@code target/demo.sql.gz}. Not
 * part of {@code mvn verify}; run it with {@code mvn test -Dtest=DumpDemo} and see {@code src/test/released/README.md}.
 */
class DumpDemo {

    private static final Path DUMP = Path.of("target/demo.sql.gz");
    private static final String DATABASE = "demo";
    private static final String RESTORED = "demo_restored";

    @Test
    void dump() throws IOException, SQLException {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        ClockUtil.setCurrentTime(
                Date.from(ZonedDateTime.of(EveryPhase.LONG_AGO, LocalTime.of(9, 0), ZoneId.of("Europe/Stockholm"))
                        .toInstant()));
        try (var application = StartedApplication.on(TestDatabase.withRoles(DATABASE), mail)) {
            live(application);
            tell(application);
        } finally {
            mail.stop();
            ClockUtil.reset();
        }
        String whole = dumped(DATABASE);
        try (var file =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(DUMP)), StandardCharsets.UTF_8)) {
            file.write(whole);
        }
        ReleasedDatabase.restore(DUMP, RESTORED);
        assertThat(dumped(RESTORED).equals(whole))
                .as("the restored database is the dumped one")
                .isTrue();
        System.out.printf("%s: %d kB%n", DUMP, Files.size(DUMP) / 1000);
    }

    private static void live(ConfigurableApplicationContext application) {
        World world = application.getBean(World.class);
        EveryPhase everyPhase = new EveryPhase(
                world,
                application.getBean(JdbcClient.class),
                application.getBean(RuntimeService.class),
                application.getBean(AccessLog.class));
        everyPhase.comesAbout(() -> PlayedDemo.in(application.getAutowireCapableBeanFactory()));
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 3_600_000));
        everyPhase.oneLetterFails(
                () -> theMailServerIsAway(application.getBean(JavaMailSenderImpl.class)),
                application.getBean(ManagementService.class));
    }

    private static void theMailServerIsAway(JavaMailSenderImpl sender) {
        try (ServerSocket unused = new ServerSocket(0)) {
            sender.setPort(unused.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is waited for, and which steps no case waits at. */
    private static void tell(ConfigurableApplicationContext application) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        RepositoryService repository = application.getBean(RepositoryService.class);
        Set<String> open = EveryPhase.openTasks(jdbc);
        System.out.println("open: " + String.join(", ", open));
        Set<String> closed = new TreeSet<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().list()) {
            repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                    .map(task -> process.getKey() + " " + task.getId())
                    .forEach(closed::add);
        }
        closed.removeAll(open);
        System.out.println("no case waits at: " + closed);
        System.out.println("running: " + jdbc.sql("""
                        select d.key_ || ' ' || count(*) from act_re_procdef d join act_ru_execution e
                        on e.proc_def_id_ = d.id_ and e.parent_id_ is null group by d.key_ order by 1
                        """).query(String.class).list());
        System.out.println("ended: " + jdbc.sql("""
                        select proc_def_key_ || ' ' || coalesce(end_act_id_, 'deleted') || ' ' || count(*) from act_hi_procinst
                        where end_time_ is not null group by proc_def_key_, end_act_id_ order by 1
                        """).query(String.class).list());
        System.out.println(
                "waiting otherwise: " + jdbc.sql("""
                        select distinct d.key_ || ' ' || e.act_id_ from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        where (exists (select from act_ru_event_subscr s where s.execution_id_ = e.id_)
                        or exists (select from act_ru_job j where j.execution_id_ = e.id_)) and e.act_id_ is not null
                        order by 1""").query(String.class).list());
    }

    private static String dumped(String database) throws SQLException, IOException {
        StringWriter whole = new StringWriter();
        try (Connection superuser = DriverManager.getConnection(TestDatabase.url(database))) {
            Dump.write(superuser, whole);
        }
        return whole.toString();
    }
}
