package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.coaching.Coaching;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/** Things that happen at the same moment, each in a thread and a transaction of its own, through the engine. */
@SamstegTest
class TwoAtOnceTest {

    private static final int PLACES = 50;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseFiles cases;

    @Autowired
    Programmes programmes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    Coaching coaching;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void anEmptyProgramme() {
        world.begin(LocalDate.of(2027, 2, 1));
    }

    @AfterEach
    void takeAway() {
        world.begin(LocalDate.of(2027, 2, 1));
        ClockUtil.reset();
    }

    private String coachedCase(String name) {
        Person person = new Person(
                UUID.randomUUID(),
                null,
                "väntar på nummer",
                LocalDate.of(1960, 1, 1),
                name,
                "Ek",
                "woman",
                "0127",
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
        String caseNumber = cases.open(programmes.get("samboradet"), person, "handlaggare.soc", "soc")
                .caseNumber();
        cases.appointCoach(caseNumber, Case.COACH, null, 1);
        return caseNumber;
    }

    private List<String> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> coachedCase("Deltagare" + n))
                .toList();
    }

    private void begins(String process, String caseNumber, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(process)
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .setVariable("caseNumber", caseNumber)
                .execute();
    }

    private void hasAPlace(String caseNumber) {
        jdbc.sql("insert into place (programme, case_number, taken_on) values ('samboradet', ?, date '2027-01-01')")
                .param(caseNumber)
                .update();
    }

    private void hasFact(String caseNumber, String kind, String content) {
        jdbc.sql("""
                        insert into fact values (gen_random_uuid(), ?, null, ?, '1', 'coach1', 'coach',
                        now() - interval '1 day', null, ?::jsonb)""").params(caseNumber, kind, content).update();
    }

    /** A participant whose exit only waits for the exit day, which has come. */
    private void isAboutToLeave(String caseNumber) {
        hasFact(caseNumber, "exit-outcome", "{\"mainOutcome\": \"studies\", \"exitOn\": \"2027-02-01\"}");
        hasFact(caseNumber, "exit-referral-back", "{\"purpose\": \"Studier\"}");
        runtime.createProcessInstanceByKey("exit")
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .setVariable("exitOn", "2027-02-01")
                .startBeforeActivity("timer_exitDay")
                .execute();
    }

    private void atOnce(List<Runnable> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(work.size());
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable one : work) {
                all.add(pool.submit(() -> {
                    together.await();
                    one.run();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private Set<String> summoned() {
        Set<String> summoned = new TreeSet<>();
        tasks.createTaskQuery().taskDefinitionKey("userTask_summon").list().stream()
                .map(task -> (String) runtime.getVariable(task.getProcessInstanceId(), "caseNumber"))
                .forEach(summoned::add);
        return summoned;
    }

    private List<String> withAPlace() {
        return jdbc.sql("select case_number from place where freed_on is null")
                .query(String.class)
                .list();
    }

    @Test
    void anExitThatATalkAndTheLadderDecideAtOnceBeginsOnce() throws Exception {
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        Runnable decides = () -> transaction.executeWithoutResult(begun -> coaching.beginExit(anna.caseNumber));

        atOnce(List.of(decides, decides));

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("exit")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void placesThatAreFreedAtOnceGoToAsManyOfTheFirstInTheQueueAndNoneTwice() throws Exception {
        int leave = 6;
        people(PLACES - leave).forEach(this::hasAPlace);
        List<String> leaving = people(leave);
        leaving.forEach(this::hasAPlace);
        leaving.forEach(this::isAboutToLeave);
        List<String> waiting = people(leave + 3);
        waiting.forEach(one -> begins("admission", one, Map.of()));
        assertThat(summoned()).isEmpty();
        List<String> newcomers = people(2);

        List<Runnable> work = new ArrayList<>();
        management.createJobQuery().activityId("timer_exitDay").list().stream()
                .map(Job::getId)
                .forEach(job -> work.add(() -> management.executeJob(job)));
        newcomers.forEach(one -> work.add(() -> begins("admission", one, Map.of())));
        assertThat(work).hasSize(leave + 2);
        atOnce(work);

        assertThat(withAPlace())
                .hasSize(PLACES)
                .doesNotHaveDuplicates()
                .containsAll(waiting.subList(0, leave))
                .doesNotContainAnyElementsOf(leaving);
        assertThat(summoned()).isEqualTo(new TreeSet<>(waiting.subList(0, leave)));
        assertThat(jdbc.sql("select case_number from waiting order by case_number")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(
                        java.util.stream.Stream.concat(waiting.subList(leave, leave + 3).stream(), newcomers.stream())
                                .toList());
    }

    @Test
    void lastPlacesThatManySeekAtOnceAreNotGivenTwice() throws Exception {
        people(PLACES - 2).forEach(this::hasAPlace);
        List<String> seekers = people(6);

        atOnce(seekers.stream()
                .<Runnable>map(one -> () -> begins("admission", one, Map.of()))
                .toList());

        assertThat(withAPlace()).hasSize(PLACES).doesNotHaveDuplicates();
        assertThat(summoned()).hasSize(2);
    }

    @Test
    void ofReferralsOfOnePersonThatAreSentAtOnceOneIsAssessedAndTheOthersWaitForTheLead() throws Exception {
        List<String> senders = List.of("handlaggare.af", "handlaggare.fk", "handlaggare.soc", "handlaggare.region");
        Map<String, Object> referral = Answers.referral(IdentityNumbers.some(1).get(0), LocalDate.of(2027, 2, 1));
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("samboradet")
                .latestVersion()
                .singleResult()
                .getId();

        atOnce(senders.stream()
                .<Runnable>map(sender ->
                        () -> world.as(sender, () -> forms.submitStartForm(definition, World.submitted(referral))))
                .toList());

        assertThat(world.openTasks(null).stream().filter(task -> task.equals("userTask_assess")))
                .hasSize(1);
        assertThat(world.openTasks(null).stream().filter(task -> task.equals("userTask_reviewDuplicate")))
                .hasSize(senders.size() - 1);
        assertThat(jdbc.sql("select count(*) from person where not held")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_file where duplicate")
                        .query(Long.class)
                        .single())
                .isEqualTo(senders.size() - 1);
    }

    @Test
    void twoLeadersWhoStaffTheSameGroupAtOncePlaceOnlyWhomOneOfThemChose() throws Exception {
        List<String> waiting = people(14);
        for (String one : waiting) {
            hasFact(one, "planning-action-plan", "{\"wantedGroup\": \"halsogrupp\"}");
            begins("prerehab", one, Map.of());
        }
        world.starts(
                "gruppcoach1",
                "group",
                Answers.with(
                        Answers.group("halsogrupp", LocalDate.of(2027, 3, 1), List.of("monday", "thursday")),
                        "secondLeader",
                        "gruppcoach2"));
        Task staffing =
                tasks.createTaskQuery().taskDefinitionKey("userTask_staffGroup").singleResult();
        List<List<String>> choices = List.of(waiting.subList(0, 8), waiting.subList(6, 14));
        List<String> passed = java.util.Collections.synchronizedList(new ArrayList<>());

        atOnce(IntStream.range(0, 2)
                .<Runnable>mapToObj(n -> () -> world.as("gruppcoach" + (n + 1), () -> {
                    try {
                        tasks.complete(staffing.getId(), World.submitted(Answers.of("participants", choices.get(n))));
                        passed.addAll(choices.get(n));
                    } catch (OptimisticLockingException | NullValueException | Refused e) {
                        // the other one was first
                    }
                    return null;
                }))
                .toList());

        assertThat(passed).hasSize(8);
        assertThat(jdbc.sql("select case_number from group_place where group_number is not null")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(passed);
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_staffGroup")
                        .count())
                .isZero();
    }
}
