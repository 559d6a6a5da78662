package se.samsteg.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** What is left undone reaches the lead as one task, is told again until it is done, and goes away then. */
@SamstegTest
class AlertTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String LEAD = "projektledare1";
    private static final String LEADER = "gruppcoach1";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Alert alert;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aMonday() {
        world.begin(MONDAY);
    }

    @AfterEach
    void timeGoesOn() {
        world.begin(MONDAY);
        ClockUtil.reset();
    }

    private long alerts(String key, String words) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("alert")
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .filter(alert -> words.equals(runtime.getVariable(alert.getId(), "kind")))
                .count();
    }

    private long letters(String subject) {
        return world.mailTo(LEAD).stream()
                .filter(letter -> letter.startsWith(subject))
                .count();
    }

    private void handles(String key) {
        world.completes(
                LEAD,
                "userTask_handleAlert",
                key,
                Map.of(
                        "finding",
                        "Glömt",
                        "measure",
                        "done-now",
                        "agreement",
                        "Görs i dag",
                        "checkAgainOn",
                        world.today().plusWeeks(4)));
    }

    // ---- at once

    @Test
    void twoThatRaiseTheSameAtOnceRaiseOneAlert() throws Exception {
        String caseNumber = cases.open("coach1", MONDAY);
        DelegateExecution cause = mock(DelegateExecution.class);
        when(cause.getProcessBusinessKey()).thenReturn(caseNumber);
        when(cause.getVariable("caseNumber")).thenReturn(caseNumber);
        when(cause.getParentActivityInstanceId()).thenReturn("coaching-1");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> all = pool.invokeAll(Collections.nCopies(2, () -> {
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    await(together);
                    alert.raise(cause, "no-contact");
                });
                return caseNumber;
            }));
            for (Future<Object> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(alerts(caseNumber, "no-contact")).isOne();
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- plan reviews

    private String coached() {
        String caseNumber = cases.open("coach1", MONDAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        return caseNumber;
    }

    private void reviews(String caseNumber) {
        world.completes(
                "coach1",
                "userTask_reviewPlan",
                caseNumber,
                Map.of("achieved", "En del", "planChange", "keep", "agreedOn", world.today()));
    }

    @Test
    void aPlanReviewIsMissedTwoWeeksAfterItsDueDay() {
        String caseNumber = coached();
        LocalDate asked = MONDAY.plusWeeks(12);
        world.passesTo(asked.plusWeeks(3).minusDays(1));
        assertThat(alerts(caseNumber, "plan-review")).isZero();
        world.passesTo(asked.plusWeeks(3));
        assertThat(alerts(caseNumber, "plan-review")).isEqualTo(1);
        assertThat(letters("Uppföljningen av handlingsplanen dröjer, ärende " + caseNumber))
                .isEqualTo(1);

        // It is not asked a second time while it is undone, and goes away with its review.
        world.passesTo(asked.plusWeeks(15));
        assertThat(alerts(caseNumber, "plan-review")).isEqualTo(1);
        reviews(caseNumber);
        assertThat(alerts(caseNumber, "plan-review")).isZero();
    }

    // ---- no contact

    @Test
    void theLeadIsToldOfNoContactUntilThereIsContact() {
        String caseNumber = coached();
        String words = "Ingen har träffat deltagaren på länge, ärende " + caseNumber;
        world.passesTo(MONDAY.plusDays(30));
        assertThat(letters(words)).isEqualTo(1);
        assertThat(world.shown(LEAD, "userTask_handleAlert", caseNumber, "about"))
                .isEqualTo(words);
        excused(caseNumber);
        world.passesTo(MONDAY.plusDays(43));
        assertThat(letters(words)).isEqualTo(1);
        world.passesTo(MONDAY.plusDays(44));
        assertThat(letters(words + " (sedan 2027-03-03, 14 dagar)")).isEqualTo(1);

        // Answered: silent until the day that the lead named, however many talks are missed.
        handles(caseNumber);
        assertThat(jdbc.sql(
                                "select kind || ' ' || role from fact where case_number = ? order by recorded_at desc limit 1")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("alert-handling programme-lead");
        excused(caseNumber);
        world.passesTo(MONDAY.plusDays(71));
        assertThat(letters(words)).isEqualTo(2);
        assertThat(alerts(caseNumber, "no-contact")).isEqualTo(1);
        world.passesTo(MONDAY.plusDays(72));
        assertThat(letters(words)).isEqualTo(3);
        assertThat(world.shown(LEAD, "userTask_handleAlert", caseNumber, "about"))
                .isEqualTo(words + " (sedan 2027-03-03, 42 dagar)");
    }

    private void excused(String caseNumber) {
        world.completes(
                "coach1",
                "userTask_holdTalk",
                caseNumber,
                Map.of("outcome", "excused", "nextTalk", world.today().plusWeeks(1)));
    }

    // ---- sessions

    private String group() {
        String participant = cases.open("coach1", MONDAY);
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since)
                        values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', now())
                        """).param(participant).update();
        world.starts(
                LEADER,
                "group",
                Map.of(
                        "type",
                        "halsogrupp",
                        "womenOnly",
                        false,
                        "place",
                        "Folkets hus",
                        "firstDay",
                        MONDAY,
                        "weekdays",
                        List.of("monday", "thursday"),
                        "startTime",
                        "08:30",
                        "planned",
                        10,
                        "maximum",
                        12));
        String number = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(LEADER, "userTask_staffGroup", number, Map.of("participants", List.of(participant)));
        return number;
    }

    private void records(String group, Map<String, Object> answers) {
        world.completes(LEADER, "userTask_recordSession", group, answers);
    }

    private static Map<String, Object> held() {
        return Map.of("outcome", "held", "rollCall", List.of(Map.of("seat", 1, "attendance", "took-part")));
    }

    @Test
    void aSessionThatIsNotRecordedInTwoDaysIsToldOnce() {
        String group = group();
        world.passesTo(MONDAY.plusDays(1));
        assertThat(alerts(group, "roll-call")).isZero();
        world.passesTo(MONDAY.plusDays(2));
        assertThat(letters("En träff är inte registrerad, grupp " + group)).isEqualTo(1);
        assertThat(world.shown(LEAD, "userTask_handleAlert", group, "about"))
                .isEqualTo("En träff är inte registrerad, grupp " + group);
        world.passesTo(MONDAY.plusDays(4));
        assertThat(letters("En träff är inte registrerad")).isEqualTo(1);

        world.passesTo(MONDAY.plusDays(5)); // Thursday's session is not recorded either
        assertThat(letters("En träff är inte registrerad")).isEqualTo(2);
        records(group, held());
        assertThat(alerts(group, "roll-call")).isEqualTo(1);
        handles(group);
        assertThat(jdbc.sql("select subject from fact where kind = 'alert-handling' and case_number is null")
                        .query(String.class)
                        .list())
                .containsExactly(group);
        records(group, held());
        assertThat(alerts(group, "roll-call")).isZero();
    }

    @Test
    void theNewDayOfAMovedSessionCounts() {
        String group = group();
        world.passesTo(MONDAY.plusDays(2));
        assertThat(alerts(group, "roll-call")).isEqualTo(1);
        records(group, Map.of("outcome", "moved", "movedTo", MONDAY.plusDays(9)));
        assertThat(alerts(group, "roll-call")).isZero();
        for (LocalDate day : List.of(MONDAY.plusDays(3), MONDAY.plusDays(7))) {
            world.passesTo(day);
            records(group, held());
        }
        world.passesTo(MONDAY.plusDays(10));
        records(group, Map.of("outcome", "cancelled")); // the one that was moved here yesterday
        records(group, Map.of("outcome", "moved", "movedTo", MONDAY.plusDays(11)));
        world.passesTo(MONDAY.plusDays(12));
        assertThat(alerts(group, "roll-call")).isZero();
        world.passesTo(MONDAY.plusDays(13));
        assertThat(alerts(group, "roll-call")).isEqualTo(1);
        assertThat(letters("En träff är inte registrerad")).isEqualTo(2);
    }

    // ---- waiting

    private void seeksAPlace(String caseNumber) {
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .execute();
    }

    private String waiting() {
        for (int n = 0; n < 50; n++) {
            jdbc.sql("insert into place (programme, case_number, taken_on) values ('samboradet', ?, ?)")
                    .params(cases.open("coach1", MONDAY), MONDAY)
                    .update();
        }
        String caseNumber = cases.open("coach1", MONDAY);
        seeksAPlace(caseNumber);
        return caseNumber;
    }

    @Test
    void aLongWaitIsToldUntilThereIsAPlace() {
        String caseNumber = waiting();
        world.passesTo(MONDAY.plusDays(89));
        assertThat(world.openTasks(caseNumber)).isEmpty();
        world.passesTo(MONDAY.plusDays(90));
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_handleAlert");
        world.passesTo(MONDAY.plusDays(119));
        assertThat(letters("Lång väntan på plats, ärende " + caseNumber)).isEqualTo(3);

        jdbc.sql("update place set freed_on = ? where case_number = (select min(case_number) from place)")
                .param(world.today())
                .update();
        String another = cases.open("coach1", MONDAY);
        seeksAPlace(another); // then the free places are offered to those who wait
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_summon");
    }

    @Test
    void aLetterAboutAProtectedPersonSaysOnlyThatThereIsATask() {
        String caseNumber = waiting();
        jdbc.sql(
                        "update person set protected_identity = true where id = (select person from case_file where case_number = ?)")
                .param(caseNumber)
                .update();
        world.passesTo(MONDAY.plusDays(90));
        assertThat(world.mailTo(LEAD))
                .isNotEmpty()
                .allMatch(letter -> letter.startsWith("Du har en uppgift"))
                .noneMatch(letter -> letter.contains(caseNumber));
    }
}
