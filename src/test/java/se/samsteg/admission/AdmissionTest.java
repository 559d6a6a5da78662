package se.samsteg.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.journey.World;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/** Places and the queue with the real engine and a real PostgreSQL. */
@SamstegTest
class AdmissionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int PLACES = 50;

    @Autowired
    World world;

    @Autowired
    Admission admission;

    @Autowired
    OfferedPlaces places;

    @Autowired
    CaseFiles cases;

    @Autowired
    ConsentRegistration consents;

    @Autowired
    Programmes programmes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String leaving = "";

    @BeforeEach
    void aProgrammeWithFiftyPlacesAndAWayToLeaveIt() {
        world.begin(MONDAY);
        leaving = repository
                .createDeployment()
                .addModelInstance(
                        "leaving.bpmn",
                        Bpmn.createExecutableProcess("leaving")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask()
                                .camundaExpression("${admission.freePlace(caseNumber)}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void noWayToLeave() {
        repository.deleteDeployment(leaving, true);
    }

    private String aCase(LocalDate referred, int birthYear, boolean childrenToSupport) {
        Person person = new Person(
                UUID.randomUUID(),
                null,
                "saknas",
                LocalDate.of(birthYear, 1, 1),
                "Nora",
                "Aziz",
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
        String caseNumber = cases.open(programmes.get("samboradet"), person, "handlaggare.fk", "fk")
                .caseNumber();
        consents.give(
                caseNumber, List.of("fk"), List.of("referral"), world.today().plusYears(1), "oral");
        cases.appointCoach(caseNumber, "coach1", null, 1);
        jdbc.sql("update case_file set opened_on = ? where case_number = ?")
                .params(referred, caseNumber)
                .update();
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, 'referral-referral', '1', 'handlaggare.fk', 'caseworker-fk', now(), ?::jsonb)""")
                .params(UUID.randomUUID(), caseNumber, "{\"childrenToSupport\": " + childrenToSupport + "}")
                .update();
        return caseNumber;
    }

    private String aCase() {
        return aCase(MONDAY, 1970, false);
    }

    /** A participant who has had a place for a year. */
    private String aParticipant() {
        String caseNumber = aCase();
        jdbc.sql("insert into place values ('samboradet', ?, ?)")
                .params(caseNumber, MONDAY.minusYears(1))
                .update();
        return caseNumber;
    }

    private List<String> participants(int count) {
        return IntStream.range(0, count).mapToObj(n -> aParticipant()).toList();
    }

    private String admit(String caseNumber) {
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        return caseNumber;
    }

    private void leave(String caseNumber) {
        runtime.createProcessInstanceByKey("leaving")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
    }

    private List<String> summoned() {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_summon").list().stream()
                .map(task -> (String) tasks.getVariable(task.getId(), "caseNumber"))
                .toList();
    }

    private List<String> waitingInTheEngine() {
        return runtime.createExecutionQuery().messageEventSubscriptionName("place.offered").list().stream()
                .map(execution -> (String) runtime.getVariable(execution.getId(), "caseNumber"))
                .toList();
    }

    private List<String> inPlace() {
        return jdbc.sql("select case_number from place where freed_on is null")
                .query(String.class)
                .list();
    }

    private List<String> queue() {
        return jdbc.sql("select case_number from waiting").query(String.class).list();
    }

    @Test
    void anAdmittedPersonIsSummonedAtOnceWhileAPlaceIsFree() {
        participants(PLACES - 1);

        String first = admit(aCase());
        String second = admit(aCase());

        assertThat(summoned()).containsExactly(first);
        assertThat(queue()).containsExactly(second);
        assertThat(waitingInTheEngine()).containsExactly(second);
    }

    @Test
    void aFreedPlaceGoesToParentsFirstThenByReferralDateThenByCaseNumber() {
        List<String> participants = participants(PLACES);
        String late = admit(aCase(MONDAY, 1970, false));
        String later = admit(aCase(MONDAY, 1970, false));
        String early = admit(aCase(MONDAY.minusDays(30), 1970, false));
        String parent = admit(aCase(MONDAY, 1990, true));
        String earlyParent = admit(aCase(MONDAY.minusDays(1), 1990, true));

        List<String> order = new ArrayList<>();
        for (String participant : participants.subList(0, 5)) {
            leave(participant);
            summoned().stream().filter(called -> !order.contains(called)).forEach(order::add);
        }

        assertThat(order).containsExactly(earlyParent, parent, early, late, later);
    }

    @Test
    void theQueueKeepsTheReasonAndTheProcessNothingOfTheAge() {
        participants(PLACES);
        String parent = admit(aCase(MONDAY, 1990, true));

        assertThat(jdbc.sql("select rank || ' ' || reason from waiting where case_number = ?")
                        .param(parent)
                        .query(String.class)
                        .single())
                .isEqualTo("1 25–45 år med försörjningsansvar för barn");
        assertThat(jdbc.sql("select distinct name_ from act_ru_variable where name_ not in ('programme', 'sittingId')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("caseNumber", "placeFree");
    }

    @Test
    void aPlaceThatIsNotFreedAfterAllIsNotOffered() {
        String participant = participants(PLACES).get(0);
        String waiting = admit(aCase());

        transaction.executeWithoutResult(status -> {
            leave(participant);
            status.setRollbackOnly();
        });

        assertThat(queue()).containsExactly(waiting);
        assertThat(waitingInTheEngine()).containsExactly(waiting);
        assertThat(inPlace()).contains(participant).hasSize(PLACES);
    }

    @Test
    void leavingTwiceFreesOnePlace() {
        String participant = participants(PLACES).get(0);
        String first = admit(aCase());
        admit(aCase());

        leave(participant);
        leave(participant);

        assertThat(summoned()).containsExactly(first);
    }

    @Test
    void aCaseThatLeftTheQueueIsNotOfferedAPlace() {
        String participant = participants(PLACES).get(0);
        String withdrawn = admit(aCase(MONDAY.minusDays(1), 1970, false));
        String next = admit(aCase());

        transaction.executeWithoutResult(status -> admission.leave(withdrawn));
        leave(participant);

        assertThat(summoned()).containsExactly(next);
        assertThat(inPlace()).doesNotContain(withdrawn);
    }

    @Test
    void aQueuedCaseWithoutAProcessIsPassedOver() {
        String participant = participants(PLACES).get(0);
        String gone = admit(aCase(MONDAY.minusDays(1), 1970, false));
        String next = admit(aCase());
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(gone)
                        .singleResult()
                        .getId(),
                "withdrawn");

        leave(participant);

        assertThat(summoned()).containsExactly(next);
        assertThat(inPlace()).contains(next).doesNotContain(gone).hasSize(PLACES);
    }

    @Test
    void placesThatWereAddedAreOfferedWhenSamstegStarts() {
        participants(PLACES);
        String first = admit(aCase());
        String second = admit(aCase());
        String third = admit(aCase());
        jdbc.sql("delete from place where ctid in (select ctid from place limit 2)")
                .update();

        places.fill();

        assertThat(summoned()).containsExactlyInAnyOrder(first, second);
        assertThat(queue()).containsExactly(third);
    }

    @Test
    void aNewcomerDoesNotPassTheQueueWhenPlacesWereAdded() {
        participants(PLACES);
        String waiting = admit(aCase());
        jdbc.sql("delete from place where ctid in (select ctid from place limit 1)")
                .update();

        String newcomer = admit(aCase());

        assertThat(summoned()).containsExactly(waiting);
        assertThat(queue()).containsExactly(newcomer);
    }

    @Test
    void theCaseworkerHearsEveryMonthAndTheLeadAfterNinetyDays() {
        participants(PLACES);
        admit(aCase());

        world.passes(Period.ofDays(89));
        assertThat(world.mailTo("handlaggare.fk")).hasSize(2);
        assertThat(world.mailTo("projektledare1")).isEmpty();
        world.passes(Period.ofDays(2));

        assertThat(world.mailTo("projektledare1")).singleElement().asString().contains("Lång väntan på plats");
    }

    @Test
    void aPlaceThatIsDeclinedGoesToTheNextAndLeavesADocument() {
        participants(PLACES - 1);
        String declining = admit(aCase());
        String next = admit(aCase());

        world.completes(
                "coach1",
                "userTask_summon",
                declining,
                Map.of(
                        "letterText",
                        "Välkommen",
                        "answer",
                        "declined",
                        "notTakenInReason",
                        "declined",
                        "recommendation",
                        "Vårdcentralen"));

        assertThat(summoned()).containsExactly(next);
        assertThat(cases.get(declining).open()).isFalse();
        assertThat(jdbc.sql("select case_number from document")
                        .query(String.class)
                        .list())
                .containsExactly(declining);
        assertThat(world.mailTo("handlaggare.fk")).singleElement().asString().contains("Platsen avböjd");
    }

    @RepeatedTest(3)
    void noPlaceIsGivenTwiceOrForgottenWhenManyComeAndLeaveAtOnce(RepetitionInfo round)
            throws InterruptedException, ExecutionException {
        List<String> participants = participants(PLACES);
        List<Callable<String>> work = new ArrayList<>();
        List<String> newcomers = IntStream.range(0, 40).mapToObj(n -> aCase()).toList();
        newcomers.forEach(newcomer -> work.add(() -> admit(newcomer)));
        participants
                .subList(0, 30)
                .forEach(leaver -> work.add(() -> {
                    leave(leaver);
                    return leaver;
                }));
        Collections.shuffle(work, new Random(round.getCurrentRepetition()));

        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<String> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(inPlace()).hasSize(PLACES).doesNotHaveDuplicates();
        assertThat(summoned()).hasSize(30).doesNotHaveDuplicates();
        assertThat(inPlace())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(participants.subList(30, PLACES).stream(), summoned().stream())
                                .toList());
        assertThat(queue()).hasSize(10).containsExactlyInAnyOrderElementsOf(waitingInTheEngine());
        assertThat(Stream.concat(summoned().stream(), queue().stream())).containsExactlyInAnyOrderElementsOf(newcomers);
    }
}
