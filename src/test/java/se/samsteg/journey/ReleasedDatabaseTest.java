package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.engine.TestDatabase;
import se.samsteg.released.ReleasedDatabase;

/** The application of today starts on the database that a release left, and its cases go on. */
@Tag("own-jvm")
class ReleasedDatabaseTest {

    /**
     * What a start adds to: models and forms that have changed, migrations, grants and roles of groups, jobs and the log of
     * the engine. A table that is new may hold anything.
     */
    private static final Set<String> MAY_GROW = Set.of(
            "public.act_ge_bytearray",
            // A programme that is new, with its association, month, quarter, year and next morning.
            "public.act_id_tenant",
            "public.admission",
            "public.audit",
            "public.closing",
            "public.reminder_round",
            "public.retention",
            "public.steering_report",
            "public.act_ge_property",
            "public.act_ge_schema_log",
            // Who may start the new version of a process.
            "public.act_hi_identitylink",
            "public.act_ru_identitylink",
            "public.act_hi_job_log",
            "public.act_hi_op_log",
            // A process that is new may begin of itself, as the reminders of the next morning.
            "public.act_hi_actinst",
            "public.act_hi_procinst",
            "public.act_hi_varinst",
            "public.act_hi_detail",
            "public.act_ru_execution",
            "public.act_ru_variable",
            "public.act_id_group",
            "public.act_id_membership",
            "public.act_id_user",
            "public.act_id_tenant_member",
            "public.act_re_camformdef",
            "public.act_re_decision_def",
            "public.act_re_decision_req_def",
            "public.act_re_deployment",
            "public.act_re_procdef",
            "public.act_ru_authorization",
            "public.act_ru_event_subscr",
            "public.act_ru_job",
            "public.act_ru_jobdef",
            "public.flyway_schema_history",
            "public.staff",
            "log.flyway_schema_history");

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

    static List<String> commits() {
        return ReleasedDatabase.commits();
    }

    @ParameterizedTest
    @MethodSource("commits")
    void nothingIsLostAtTheStartAndTheCasesGoOn(String commit) {
        String database = "released_" + commit;
        ReleasedDatabase.restore(commit, database);
        JdbcClient released = TestDatabase.superuser(database);
        Map<String, Long> before = rows(released);
        List<String> tasks = tasks(released);
        assertThat(tasks).hasSizeGreaterThan(100);
        ClockUtil.setCurrentTime(lastMoment(released));

        try (var application = StartedApplication.on(TestDatabase.withRoles(database), mail)) {
            Map<String, Long> after = rows(released);
            before.forEach((table, rows) -> {
                if (MAY_GROW.contains(table)) {
                    assertThat(after.get(table)).as(table).isGreaterThanOrEqualTo(rows);
                } else {
                    assertThat(after.get(table)).as(table).isEqualTo(rows);
                }
            });
            assertThat(application.getBean(TaskService.class).createTaskQuery().list())
                    .extracting("id")
                    .containsAll(tasks);
            World world = application.getBean(World.class);
            world.settles();

            assertThat(released.sql("select count(*) from migration where state = 'moved'")
                            .query(Integer.class)
                            .single())
                    .as("what goes on does so by the models of today")
                    .isGreaterThan(200);

            LocalDate today = world.today();
            goesOn(world, released, "userTask_holdTalk", talk(world));
            goesOn(world, released, "userTask_measureBaseline", Answers.baseline());
            goesOn(world, released, "userTask_followUpOneYear", Answers.notReached());
            goesOn(world, released, "userTask_summon", Answers.summons(today.plusWeeks(1)));
            goesOn(world, released, "userTask_mapSituation", Answers.mapping());
            goesOn(world, released, "userTask_writeActionPlan", Answers.plan(today, "workplace"));
            goesOn(world, released, "userTask_meetNeed", Answers.individualNeed());
            goesOn(world, released, "userTask_visitHome", AbsenceAnswers.homeVisit(today));
            goesOn(world, released, "userTask_document", SipAnswers.held(today));
            goesOn(world, released, "userTask_renew", ConsentAnswers.renewed(today.plusYears(1)));
            goesOn(world, released, "userTask_measure", Answers.exitMeasurement());
            goesOn(world, released, "userTask_contact", Answers.contact());
        }
    }

    private static Map<String, Object> talk(World world) {
        return Answers.talk(world.today().plusWeeks(2));
    }

    /** The task is done and another note stands in the case's file. */
    private static void goesOn(World world, JdbcClient released, String task, Map<String, Object> answers) {
        Waiting waiting = oneWaitingAt(released, task, Case.COACH);
        long before = notes(waiting);
        world.completes(Case.COACH, task, waiting.caseNumber(), answers);
        assertThat(waiting.database()
                        .sql("select count(*) from act_ru_task where id_ = ?")
                        .param(waiting.task())
                        .query(Long.class)
                        .single())
                .as(task)
                .isZero();
        assertThat(notes(waiting)).as(task).isEqualTo(before + 1);
    }

    private static long notes(Waiting waiting) {
        return waiting.database()
                .sql("select count(*) from fact where case_number = ?")
                .param(waiting.caseNumber())
                .query(Long.class)
                .single();
    }

    private record Waiting(JdbcClient database, String task, String caseNumber) {}

    private static Waiting oneWaitingAt(JdbcClient database, String elementId, String assignee) {
        return database.sql("""
                        select t.id_ as task, e.business_key_ as case_number from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join act_re_procdef d on d.id_ = t.proc_def_id_
                        where task_def_key_ = ? and assignee_ = ? and e.business_key_ not in (
                          select business_key_ from act_ru_task o join act_ru_execution p on p.id_ = o.proc_inst_id_
                          where o.task_def_key_ = t.task_def_key_ and o.id_ <> t.id_ and business_key_ is not null)
                        order by d.version_ = (
                          select max(version_) from act_re_procdef newest where newest.key_ = d.key_) desc, 2 limit 1""")
                .params(elementId, assignee)
                .query((row, n) -> new Waiting(database, row.getString("task"), row.getString("case_number")))
                .single();
    }

    /** When the last step was taken; engine times are in Stockholm's. */
    private static Date lastMoment(JdbcClient database) {
        LocalDateTime last = database.sql("select max(start_time_) from act_hi_actinst")
                .query(LocalDateTime.class)
                .single();
        return Date.from(last.atZone(ZoneId.of("Europe/Stockholm")).toInstant());
    }

    private static List<String> tasks(JdbcClient database) {
        return database.sql("select id_ from act_ru_task").query(String.class).list();
    }

    /** Rows of every table, by its name with the schema. */
    private static Map<String, Long> rows(JdbcClient database) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : database.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('public', 'log') and table_type = 'BASE TABLE'
                        """).query(String.class).list()) {
            rows.put(
                    table,
                    database.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
