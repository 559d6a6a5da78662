package se.samsteg.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/**
 * What a work list costs among 50,000 open tasks, beside the same list without any check, by turns in the same run. Not
 * part of {@code mvn verify}; run it with {@code mvn test -Dtest=WorkListBench}.
 */
@SamstegTest
class WorkListBench {

    private static final int TASKS = 50_000;
    private static final int USERS = 200;
    private static final int GROUPS = 40;
    private static final int PAGE = 15;
    private static final int WARMING = 100;
    private static final int ROUNDS = 500;
    private static final String TENANT = "botkyrka";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    /** In two groups each. */
    private record Person(String id, List<String> groups) {

        static Person number(int n) {
            return new Person("u" + n % USERS, List.of("g" + n % GROUPS, "g" + (n / GROUPS + n + 7) % GROUPS));
        }
    }

    @AfterEach
    void clear() {
        identity.clearAuthentication();
        jdbc.sql("delete from act_ru_identitylink where id_ like 'bench%'").update();
        jdbc.sql("delete from act_ru_task where id_ like 'bench%'").update();
    }

    @Test
    void printWhatAWorkListCosts() {
        world.begin(LocalDate.of(2027, 2, 1));
        insert();
        for (int n = -WARMING; n < ROUNDS; n++) {
            Person me = Person.number(Math.floorMod(n * 37, USERS));
            bothWays(n, me, "mine, first page", mine(me), this::page);
            bothWays(n, me, "mine, count", mine(me), TaskQuery::count);
            bothWays(n, me, "my groups, first page", myGroups(me), this::page);
            bothWays(n, me, "my groups, count", myGroups(me), TaskQuery::count);
            once(n, me, "all I may see, first page", this::page);
            once(n, me, "all I may see, count", TaskQuery::count);
            Person lead = new Person("lead", List.of("programme-lead"));
            once(n, lead, "lead: all I may see, first page", this::page);
            once(n, lead, "lead: all I may see, count", TaskQuery::count);
        }
        System.out.printf("%-44s %8s %8s%n", "", "p50 ms", "p95 ms");
        times.forEach((what, all) ->
                System.out.printf("%-44s %8.2f %8.2f%n", what, percentile(all, 50), percentile(all, 95)));
    }

    private static Consumer<TaskQuery> mine(Person me) {
        return query -> query.taskAssignee(me.id());
    }

    private static Consumer<TaskQuery> myGroups(Person me) {
        return query -> query.taskCandidateGroupIn(me.groups()).taskUnassigned();
    }

    private void page(TaskQuery query) {
        query.orderByDueDate().asc().listPage(0, PAGE);
    }

    private void bothWays(int round, Person me, String what, Consumer<TaskQuery> criteria, Consumer<TaskQuery> ask) {
        time(round, null, what + ", unchecked", criteria, ask);
        time(round, me, what, criteria, ask);
    }

    private void once(int round, Person me, String what, Consumer<TaskQuery> ask) {
        time(round, me, what, query -> {}, ask);
    }

    private void time(
            int round, @Nullable Person me, String what, Consumer<TaskQuery> criteria, Consumer<TaskQuery> ask) {
        if (me == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(me.id(), me.groups(), List.of(TENANT));
        }
        TaskQuery query = tasks.createTaskQuery();
        criteria.accept(query);
        long start = System.nanoTime();
        ask.accept(query);
        double took = (System.nanoTime() - start) / 1e6;
        if (round >= 0) {
            times.computeIfAbsent(what, any -> new ArrayList<>()).add(took);
        }
    }

    /** Half of the tasks have an assignee, half a candidate group; every tenth has a candidate user too. */
    private void insert() {
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, assignee_, suspension_state_,
                    task_def_key_, tenant_id_)
                select 'bench' || n, 1, 'Uppgift ' || n, 50, now(), now() + (n * 7919 % 100000) * interval '1 minute',
                    case when n % 2 = 0 then 'u' || (n / 2) % :users end, 1, 'userTask_bench', :tenant
                from generate_series(1, :tasks) n""")
                .param("users", USERS)
                .param("tenant", TENANT)
                .param("tasks", TASKS)
                .update();
        jdbc.sql("""
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                select 'benchg' || n, 1, 'g' || (n / 2) % :groups, 'candidate', 'bench' || n, :tenant
                from generate_series(1, :tasks) n where n % 2 = 1""")
                .param("groups", GROUPS)
                .param("tenant", TENANT)
                .param("tasks", TASKS)
                .update();
        jdbc.sql("""
                insert into act_ru_identitylink (id_, rev_, user_id_, type_, task_id_, tenant_id_)
                select 'benchu' || n, 1, 'u' || (n / 10) % :users, 'candidate', 'bench' || n, :tenant
                from generate_series(1, :tasks) n where n % 10 = 0""")
                .param("users", USERS)
                .param("tenant", TENANT)
                .param("tasks", TASKS)
                .update();
        jdbc.sql("analyze act_ru_task").update();
        jdbc.sql("analyze act_ru_identitylink").update();
    }

    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
