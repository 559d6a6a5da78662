package se.samsteg.migration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;
import se.samsteg.desk.Visit;
import se.samsteg.engine.InstanceMoves;
import se.samsteg.engine.Move;
import se.samsteg.engine.TestDatabase;
import se.samsteg.form.FormFiles;
import se.samsteg.journey.StartedApplication;
import se.samsteg.journey.World;
import se.samsteg.released.ReleasedDatabase;

/** Cases that a release left, some waiting in every phase, go on by the models of today. */
@Tag("own-jvm")
class MigrationTest {

    /** What a programme that the dump does not know goes through each month and year begins with its first start. */
    private static final String NEW_PROGRAMME = "ama-";

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

    private ConfigurableApplicationContext started(String database) {
        return StartedApplication.on(TestDatabase.withRoles(database), mail);
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

    @Test
    void everyProcessFollowsTheNewestVersionWithItsTasksDeadlinesAndMessages() throws Exception {
        JdbcClient database = restored("migration");
        String unwatched = withoutWatch(database);
        List<Map<String, Object>> waiting = waiting(database);
        List<Map<String, Object>> tasks = tasks(database);
        long instances = instances(database);
        List<UUID> placeless = placeless(database);
        assertThat(placeless).hasSizeBetween(1, 20);
        Set<String> places = places();
        List<Map<String, Object>> moves;
        try (var application = started("migration")) {
            assertThat(states(database)).containsExactly(Map.of("state", "waiting", "count", instances));
            assertThat(earlier(database)).as("the start waits for no move").hasSize((int) instances);

            application.getBean(World.class).settles();

            assertThat(kept(database)).isEqualTo(placeless);
            assertThat(earlier(database)).isEqualTo(placeless);
            assertThat(states(database)).isEqualTo(movedBut(placeless, instances));
            assertThat(tasks(database)).isEqualTo(tasks);
            List<Map<String, Object>> now = waiting(database);
            List<Map<String, Object>> gone = gone(waiting, placeless, database);
            assertThat(now.stream()
                            .filter(one -> !String.valueOf(one.get("about")).startsWith(NEW_PROGRAMME))
                            .filter(one -> waiting.contains(one)
                                    || places.contains(one.get("at")) && !unwatched.equals(one.get("about"))))
                    .as("what is used up, such as a reminder that was sent, does not begin anew")
                    .containsExactlyElementsOf(
                            waiting.stream().filter(one -> !gone.contains(one)).toList());
            assertThat(gone.stream().filter(one -> one.get("due") != null))
                    .isNotEmpty()
                    .allSatisfy(deadline -> assertThat(now)
                            .as("what the release has in place of a deadline falls due at the same moment")
                            .anySatisfy(one -> {
                                assertThat(one.get("about")).isEqualTo(deadline.get("about"));
                                assertThat(one.get("due")).isEqualTo(deadline.get("due"));
                                assertThat(places).doesNotContain((String) one.get("at"));
                            }));
            assertThat(watched(database, unwatched))
                    .as("a case that was opened before the watch over consents has one")
                    .isTrue();
            assertThat(mail.getReceivedMessages())
                    .as("letters besides the morning's reminders of late tasks")
                    .extracting(MimeMessage::getSubject)
                    .isSubsetOf("Du har uppgifter som väntar", "Uppgifter som har blivit liggande");
            everyTaskOpensWithItsForm(application, database);
            moves = moves(database);
        }
        try (var application = started("migration")) {
            assertThat(pageJobs(database))
                    .as("the second start has nothing to move")
                    .isZero();
            assertThat(moves(database)).isEqualTo(moves);
        }
    }

    /** A case without the process that watches its consents, as before there were any. */
    private static String withoutWatch(JdbcClient database) {
        String caseNumber = database.sql("""
                        select min(e.business_key_) from act_ru_execution e
                        join act_ru_event_subscr s on s.proc_inst_id_ = e.id_
                        where s.activity_id_ = 'message_changed' and e.business_key_ in (
                          select case_number from case_file where closed_on is null)""").query(String.class).single();
        database.sql("""
                        with gone as (select proc_inst_id_ from act_ru_event_subscr s
                          where s.activity_id_ = 'message_changed' and exists (
                            select from act_ru_execution e where e.id_ = s.proc_inst_id_ and e.business_key_ = ?)),
                        jobs as (delete from act_ru_job where process_instance_id_ in (select proc_inst_id_ from gone)),
                        variables as (delete from act_ru_variable where proc_inst_id_ in (select proc_inst_id_ from gone)),
                        subscriptions as (delete from act_ru_event_subscr where proc_inst_id_ in (select proc_inst_id_ from gone))
                        delete from act_ru_execution where proc_inst_id_ in (select proc_inst_id_ from gone)""").param(caseNumber).update();
        return caseNumber;
    }

    private static boolean watched(JdbcClient database, String caseNumber) {
        return database.sql("""
                        select exists (select from act_ru_event_subscr s
                          join act_ru_execution e on e.id_ = s.proc_inst_id_
                          where s.event_name_ = 'consent.changed' and e.business_key_ = ?)""").param(caseNumber).query(Boolean.class).single();
    }

    /** Timers and other jobs with their moments, and messages that are waited for. */
    private static List<Map<String, Object>> waiting(JdbcClient database) {
        return new ArrayList<>(database.sql("""
                        select j.id_ as id, d.proc_def_key_ || '/' || d.act_id_ as at, j.duedate_ as due,
                          j.retries_ as detail, e.business_key_ as about
                        from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        union all
                        select s.id_, p.key_ || '/' || s.activity_id_, null, null, e.business_key_
                        from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                        join act_re_procdef p on p.id_ = e.proc_def_id_
                        order by 1""").query().listOfRows());
    }

    /** The deadlines and messages, of cases that move, for which the newest models do not wait any more. */
    private static List<Map<String, Object>> gone(
            List<Map<String, Object>> waiting, List<UUID> placeless, JdbcClient database) throws IOException {
        Set<String> gone = new HashSet<>();
        for (Path file : moves()) {
            Map<String, String> moves = new Yaml().load(Files.readString(file));
            String process = file.getFileName().toString().replace(".moves.yml", "");
            moves.forEach((place, now) -> {
                if (now == null) {
                    gone.add(process + "/" + place);
                }
            });
        }
        Set<String> kept = new HashSet<>(database.sql("""
                                select id_ from act_ru_job where process_instance_id_::uuid = any (:instances)
                                union all
                                select id_ from act_ru_event_subscr where proc_inst_id_::uuid = any (:instances)""")
                .param("instances", placeless.toArray(UUID[]::new))
                .query(String.class)
                .list());
        return waiting.stream()
                .filter(one -> gone.contains(one.get("at")) && !kept.contains(one.get("id")))
                .toList();
    }

    /** Where the released models have something to wait at, in the form of {@link #waiting}. */
    private static Set<String> places() throws IOException {
        Set<String> places = new HashSet<>();
        try (Stream<Path> models = Files.list(Path.of("src/test/released", COMMIT, "processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String process = model.getFileName().toString().replace(".bpmn", "");
                Pattern.compile(" id=\"(\\w+)\"")
                        .matcher(Files.readString(model))
                        .results()
                        .forEach(id -> places.add(process + "/" + id.group(1)));
            }
        }
        return places;
    }

    private static List<Map<String, Object>> tasks(JdbcClient database) {
        return database.sql("""
                        select id_, task_def_key_, assignee_, due_date_, create_time_,
                          (select string_agg(coalesce(group_id_, user_id_), ',' order by coalesce(group_id_, user_id_))
                           from act_ru_identitylink l where l.task_id_ = t.id_)
                        from act_ru_task t order by 1""").query().listOfRows();
    }

    private static long instances(JdbcClient database) {
        return database.sql("select count(*) from act_ru_execution where parent_id_ is null")
                .query(Long.class)
                .single();
    }

    /** The instances that run on a version that is not the newest. */
    private static List<UUID> earlier(JdbcClient database) {
        return database.sql("""
                        select e.id_::uuid from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.version_ < (
                          select max(newest.version_) from act_re_procdef newest where newest.key_ = d.key_)
                        order by 1""").query(UUID.class).list();
    }

    /** The instances that wait where, as the file beside the model says, there is nothing any more. */
    private static List<UUID> placeless(JdbcClient database) throws IOException {
        List<UUID> placeless = new ArrayList<>();
        for (Path file : moves()) {
            Map<String, String> moves = new Yaml().load(Files.readString(file));
            moves.forEach((place, now) -> {
                if (now == null) {
                    placeless.addAll(at(database, place, file.getFileName().toString()));
                }
            });
        }
        return placeless.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private static List<Path> moves() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".moves.yml")).toList();
        }
    }

    private static List<UUID> at(JdbcClient database, String place, String file) {
        return database.sql("""
                        select e.proc_inst_id_::uuid from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.act_id_ = ? and d.key_ || '.moves.yml' = ?""").params(place, file).query(UUID.class).list();
    }

    private static List<UUID> kept(JdbcClient database) {
        return database.sql("select instance from migration where state = 'kept' order by 1")
                .query(UUID.class)
                .list();
    }

    private static List<Map<String, Object>> movedBut(List<UUID> kept, long instances) {
        return List.of(
                Map.of("state", "kept", "count", (long) kept.size()),
                Map.of("state", "moved", "count", instances - kept.size()));
    }

    private static List<Map<String, Object>> states(JdbcClient database) {
        return database.sql("select state, count(*) from migration group by 1 order by 1")
                .query()
                .listOfRows();
    }

    private static List<Map<String, Object>> moves(JdbcClient database) {
        return database.sql("select * from migration order by instance").query().listOfRows();
    }

    private static long pageJobs(JdbcClient database) {
        return database.sql("select count(*) from act_ru_job where handler_type_ = 'samsteg-page'")
                .query(Long.class)
                .single();
    }

    /** As Tasklist opens it: the form, and a value for each field that can be answered. */
    private static void everyTaskOpensWithItsForm(ConfigurableApplicationContext application, JdbcClient database)
            throws IOException, InterruptedException {
        Visit visit =
                new Visit(requireNonNull(application.getEnvironment().getProperty("local.server.port", Integer.class)));
        var json = new JsonMapper();
        String user = "";
        for (Map<String, Object> task : database.sql("""
                        select distinct on (assignee_, task_def_key_) id_, task_def_key_, assignee_ from act_ru_task
                        where assignee_ is not null order by assignee_, task_def_key_""").query().listOfRows()) {
            String holder = (String) requireNonNull(task.get("assignee_"));
            if (!user.equals(holder)) {
                user = holder;
                visit.logIn(user);
            }
            String address = "camunda/api/engine/engine/default/task/" + task.get("id_");
            JsonNode form = json.readTree(visit.get(address + "/deployed-form").body());
            JsonNode values = json.readTree(visit.get(address + "/form-variables?deserializeValues=false")
                    .body());
            for (JsonNode field : form.path("components")) {
                if (field.has("key")
                        && !field.path("disabled").asBoolean()
                        && !field.path("type").asText().equals("button")) {
                    assertThat(values.has(field.path("key").asText()))
                            .as("%s of %s", field.path("key"), task)
                            .isTrue();
                }
            }
        }
        assertThat(user).isNotEmpty();
    }

    @Test
    void aNodeThatStopsInTheMiddleLeavesTheRestToTheNext() throws IOException {
        JdbcClient database = restored("migration_resumed");
        long instances = instances(database);
        List<UUID> placeless = placeless(database);
        List<Map<String, Object>> moved;
        try (var application = started("migration_resumed")) {
            page(application, database);
            moved = done(database);
            assertThat(moved).hasSizeBetween(1, (int) instances - 1);
            assertThat(pageJobs(database)).isOne();
        }
        try (var application = started("migration_resumed")) {
            assertThat(pageJobs(database))
                    .as("there is one job, and not another")
                    .isOne();
            application.getBean(World.class).ticks();
            application.getBean(World.class).settles();

            assertThat(states(database)).isEqualTo(movedBut(placeless, instances));
            assertThat(done(database)).containsAll(moved);
            assertThat(pageJobs(database)).isZero();
        }
    }

    /** When the lock of the dead node's job has run out, two nodes are there for it. */
    @Test
    void aNodeThatIsKilledInTheMiddleOfAPageLeavesTheRestToTwoOthers() throws Exception {
        JdbcClient database = restored("migration_killed");
        String url = TestDatabase.withRoles("migration_killed");
        long instances = instances(database);
        List<UUID> placeless = placeless(database);
        List<Map<String, Object>> tasks = tasks(database);
        List<String> givenUp = givenUp(database);
        long ahead = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
        int mailPort = mail.getSmtp().getPort();

        try (Node node = Node.starts("killed", url, mailPort, ahead)) {
            awaits(() -> node.hasStarted() && done(database).size() >= 5, node);
        }
        List<Map<String, Object>> moved = done(database);
        assertThat(moved).hasSizeBetween(5, (int) instances - 1);
        assertThat(moved.size() % MigrationWork.PAGE)
                .as("moved in the page that was not finished")
                .isPositive();
        assertThat(pageJobs(database)).as("the job that the node had locked").isOne();

        // In turn, as nodes of production start: prod/StartInTurn.
        try (Node one = Node.starts("one", url, mailPort, ahead)) {
            awaits(one::hasStarted, one);
            try (Node other = Node.starts("other", url, mailPort, ahead)) {
                awaits(other::hasStarted, other);
                assertThat(done(database)).isEqualTo(moved);
                database.sql("update act_ru_job set lock_exp_time_ = ? where handler_type_ = 'samsteg-page'")
                        .param(ClockUtil.getCurrentTime())
                        .update();
                awaits(() -> pageJobs(database) == 0, one, other);
            }
        }

        assertThat(states(database)).isEqualTo(movedBut(placeless, instances));
        assertThat(done(database)).as("what was moved is not moved again").containsAll(moved);
        assertThat(earlier(database)).isEqualTo(placeless);
        assertThat(tasks(database)).as("holders and dates").containsAll(tasks);
        assertThat(givenUp(database)).as("jobs that were given up").isEqualTo(givenUp);
    }

    private static List<String> givenUp(JdbcClient database) {
        return database.sql("select id_ from act_ru_job where retries_ = 0 order by 1")
                .query(String.class)
                .list();
    }

    private static void awaits(Callable<Boolean> isSo, Node... nodes) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!isSo.call()) {
            assertThat(System.nanoTime() < end && Stream.of(nodes).allMatch(Node::runs))
                    .as("it comes about; target/node-*.log says what the nodes did")
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** As another node does while it runs a job: what that has sent must not be sent again. */
    @Test
    void aCaseInWhichAJobRunsIsMovedAMinuteLater() throws IOException {
        JdbcClient database = restored("migration_busy");
        List<UUID> placeless = placeless(database);
        String job = database.sql("select min(id_) from act_ru_job where duedate_ > ?")
                .param(new Date(ClockUtil.getCurrentTime().getTime() + 3_600_000))
                .query(String.class)
                .single();
        database.sql("update act_ru_job set lock_owner_ = 'another', lock_exp_time_ = ? where id_ = ?")
                .params(new Date(ClockUtil.getCurrentTime().getTime() + 30_000), job)
                .update();
        try (var application = started("migration_busy")) {
            application.getBean(World.class).settles();

            assertThat(database.sql("select instance::text from migration where state not in ('moved', 'kept')")
                            .query(String.class)
                            .list())
                    .containsExactly(database.sql("select process_instance_id_ from act_ru_job where id_ = ?")
                            .param(job)
                            .query(String.class)
                            .single());

            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
            application.getBean(World.class).settles();

            assertThat(earlier(database)).isEqualTo(placeless);
        }
    }

    private static void page(ConfigurableApplicationContext application, JdbcClient database) {
        application
                .getBean(ManagementService.class)
                .executeJob(database.sql("select id_ from act_ru_job where handler_type_ = 'samsteg-page'")
                        .query(String.class)
                        .single());
    }

    private static List<Map<String, Object>> done(JdbcClient database) {
        return database.sql("select * from migration where state = 'moved' order by instance")
                .query()
                .listOfRows();
    }

    @Test
    void aCaseWhosePlaceIsGoneStaysAndWorksOnUntilAReleaseSaysWhereItIs() throws IOException {
        JdbcClient database = restored("migration_kept");
        UUID instance = database.sql("""
                        select proc_inst_id_::uuid from act_ru_task where task_def_key_ = 'userTask_followUpOneYear' limit 1""").query(UUID.class).single();
        List<Map<String, Object>> deadlines = deadlines(database, instance);
        assertThat(deadlines).isNotEmpty();
        try (var application = started("migration_kept")) {
            release(
                    application.getBean(RepositoryService.class),
                    "followup",
                    Map.of("userTask_followUpOneYear", "userTask_askAfterOneYear", "timer_overdue", "timer_tooLate"));
            application.getBean(World.class).settles();
            // Processes that are on an earlier version at the end of a round have another after a minute.
            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
            application.getBean(World.class).settles();

            assertThat(versionOf(database, instance)).isEqualTo(1);
            assertThat(application.getBean(EarlierVersions.class).of(List.of("botkyrka")))
                    .filteredOn(kept -> String.valueOf(kept.detail()).contains("userTask_followUpOneYear"))
                    .isNotEmpty()
                    .allSatisfy(kept -> {
                        assertThat(kept.process()).isEqualTo("Uppföljning");
                        assertThat(kept.reason()).isEqualTo(Reason.NO_PLACE.text());
                        assertThat(kept.version()).isEqualTo(1);
                    });
            assertThat(application
                            .getBean(ManagementService.class)
                            .createJobQuery()
                            .noRetriesLeft()
                            .list())
                    .as("what stays is no failed job")
                    .noneMatch(job -> job.getProcessInstanceId() == null);

            Move move = application
                    .getBean(InstanceMoves.class)
                    .several(process -> Map.of(
                            "userTask_followUpOneYear", "userTask_askAfterOneYear",
                            "timer_firstReminder", "timer_firstReminder",
                            "timer_secondReminder", "timer_secondReminder",
                            "timer_overdue", "timer_tooLate"))
                    .move(instance, () -> {});

            assertThat(move).isEqualTo(new Move(Move.Result.MOVED, ""));
            assertThat(versionOf(database, instance)).isEqualTo(3);
            assertThat(deadlines(database, instance)).isEqualTo(deadlines);
            assertThat(application
                            .getBean(TaskService.class)
                            .createTaskQuery()
                            .processInstanceId(instance.toString())
                            .list())
                    .extracting("taskDefinitionKey")
                    .contains("userTask_askAfterOneYear");
        }
    }

    private static List<Map<String, Object>> deadlines(JdbcClient database, UUID instance) {
        return database.sql("select id_, duedate_ from act_ru_job where process_instance_id_ = ? order by 1")
                .param(instance.toString())
                .query()
                .listOfRows();
    }

    private static int versionOf(JdbcClient database, UUID instance) {
        return database.sql("""
                        select version_ from act_re_procdef d join act_ru_execution e on e.proc_def_id_ = d.id_
                        where e.id_ = ?""").param(instance.toString()).query(Integer.class).single();
    }

    /** Deploys a model whose elements have other ids, with the forms of its tasks. */
    private static void release(RepositoryService repository, String process, Map<String, String> ids)
            throws IOException {
        String model = Files.readString(Path.of("processes", process + ".bpmn"));
        for (var id : ids.entrySet()) {
            assertThat(model).contains("\"" + id.getKey() + "\"");
            model = model.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
        }
        var deployment = repository.createDeployment().addString("processes/" + process + ".bpmn", model);
        FormFiles.all().stream()
                .filter(form -> form.startsWith(process + "-"))
                .forEach(form -> deployment.addString("forms/" + form + ".form", FormFiles.json(form)));
        deployment.deploy();
    }

    @Test
    void aCaseWhoseDeadlineWouldBeAnotherStays() throws IOException {
        JdbcClient database = restored("migration_deadline");
        UUID instance = database.sql("""
                        select proc_inst_id_::uuid from act_ru_task where task_def_key_ = 'userTask_followUpOneYear' limit 1""").query(UUID.class).single();
        List<Map<String, Object>> deadlines = deadlines(database, instance);
        try (var application = started("migration_deadline")) {
            // The task's timers are not named beside it: the engine would begin them anew.
            release(
                    application.getBean(RepositoryService.class),
                    "followup",
                    Map.of("userTask_followUpOneYear", "userTask_askAfterOneYear"));

            Move move = application
                    .getBean(InstanceMoves.class)
                    .several(process -> Map.of("userTask_followUpOneYear", "userTask_askAfterOneYear"))
                    .move(instance, () -> {});

            assertThat(move.result()).isEqualTo(Move.Result.OTHER_DEADLINE);
            assertThat(versionOf(database, instance)).isEqualTo(1);
            assertThat(deadlines(database, instance)).isEqualTo(deadlines);
        }
    }
}
