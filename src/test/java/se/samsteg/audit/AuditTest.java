package se.samsteg.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.World;

/** The monthly look at the access log, on the calendar. */
@SamstegTest
class AuditTest {

    private static final String LEAD = "projektledare1";
    private static final LocalDate OCTOBER = LocalDate.of(2027, 10, 4);
    private static final LocalDate FIRST_WORKING_DAY = LocalDate.of(2027, 11, 1);

    @Autowired
    World world;

    @Autowired
    Months months;

    @Autowired
    RefusalWatch watch;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient owner = TestDatabase.superuser("samsteg");

    @BeforeEach
    void octoberHasBegun() {
        world.begin(OCTOBER);
        owner.sql("truncate log.access_log").update();
        months.openThis();
    }

    private long looks(String at, String user, String tenant, String caseNumber) {
        return looks(at, user, tenant, caseNumber, null);
    }

    /** Written by the superuser: when a view was, the application cannot say. */
    private long looks(String at, String user, String tenant, String caseNumber, @Nullable String denied) {
        return owner.sql("""
                        insert into log.access_log (viewed_at, user_id, role, authority, tenant, case_number, what, denied)
                        values (cast(? as timestamp) at time zone 'Europe/Stockholm', ?, 'coach', 'own', ?, ?, 'case-file', ?)
                        returning id""")
                .params(at, user, tenant, caseNumber, denied)
                .query(Long.class)
                .single();
    }

    private List<Long> looks(int times) {
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            ids.add(looks("2027-10-%02d 10:00".formatted(n % 28 + 1), "coach1", "botkyrka", "SB-2027-0001"));
        }
        return ids;
    }

    private Set<Long> sample() {
        return new TreeSet<>(
                jdbc.sql("select view from audit_sample").query(Long.class).list());
    }

    private Map<String, Object> inOrder() {
        return new HashMap<>(Map.of("outcome", "in-order", "followUp", List.of()));
    }

    @Test
    void theSampleIsOfThatMonthAndAssociationOnly() {
        looks("2027-09-30 23:59", "coach1", "botkyrka", "SB-2027-0001");
        long first = looks("2027-10-01 00:00", "coach1", "botkyrka", "SB-2027-0001");
        long last = looks("2027-10-31 23:59", "coach2", "botkyrka", "SB-2027-0002");
        looks("2027-11-01 00:00", "coach1", "botkyrka", "SB-2027-0001");
        looks("2027-10-12 10:00", "coach9", "haninge", "SB-2027-0001");
        looks("2027-10-12 10:00", "coach1", "botkyrka", "AM-2027-0001");

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(sample()).containsExactly(first, last);
        assertThat(world.shown(LEAD, "userTask_review", null, "sample").toString())
                .contains("2027-10-01 00:00 · coach1, Individcoach · akten · SB-2027-0001", "coach2")
                .doesNotContain("coach9", "AM-");
    }

    @Test
    void theSampleHasTheSizeOfTheSettingAndIsAnotherEachTime() {
        List<Long> all = looks(200);
        world.passesTo(FIRST_WORKING_DAY);
        Set<Long> once = sample();
        world.begin(OCTOBER);
        months.openThis();
        world.passesTo(FIRST_WORKING_DAY);

        assertThat(once).hasSize(20).isSubsetOf(all);
        assertThat(sample()).hasSize(20).isSubsetOf(all).isNotEqualTo(once);
    }

    @Test
    void refusalsWithoutLimitHideNeitherTheOthersNorTheirAuthorsOwnViews() {
        long shown = looks("2027-10-05 10:00", "handlaggare.af2", "botkyrka", "SB-2027-0001");
        List<Long> others = new ArrayList<>();
        for (int n = 0; n < 25; n++) {
            others.add(looks("2027-10-06 10:00", "coach" + n, "botkyrka", "SB-2027-0001"));
        }
        for (int n = 0; n < 500; n++) {
            looks("2027-10-07 11:30", "handlaggare.af2", "botkyrka", "SB-2027-0001", "not-own");
        }
        world.passesTo(FIRST_WORKING_DAY);

        assertThat(sample()).hasSize(26).contains(shown).containsAll(others);
        assertThat(world.shown(LEAD, "userTask_review", null, "refusals"))
                .isEqualTo("2027-10-07 11:00 · handlaggare.af2 · 500 nekade försök på en timme");
    }

    @Test
    void fewRefusalsAreNotTold() {
        for (int n = 0; n < 10; n++) {
            looks("2027-10-07 11:30", "coach1", "botkyrka", "SB-2027-0001", "not-own");
        }
        world.passesTo(FIRST_WORKING_DAY);
        assertThat(world.shown(LEAD, "userTask_review", null, "refusals")).isEqualTo("Inga");
    }

    @Test
    void nothingIsAskedBeforeTheFirstWorkingDayAndTheNextMonthFollows() {
        looks(3);
        world.passesTo(LocalDate.of(2027, 10, 31));
        assertThat(world.openTasks(null)).isEmpty();

        world.passesTo(FIRST_WORKING_DAY);
        assertThat(world.openTasks(null)).containsExactly("userTask_review");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("audit")
                        .list())
                .extracting("businessKey")
                .filteredOn(key -> String.valueOf(key).startsWith("samboradet"))
                .containsExactlyInAnyOrder("samboradet-2027-10", "samboradet-2027-11");
    }

    @Test
    void aNewStartOpensNoMonthTwice() {
        months.openThis();

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("audit")
                        .list())
                .extracting("businessKey")
                .doesNotHaveDuplicates();
    }

    @Test
    void everythingInOrderIsRecordedAndTheSteeringGroupReadsNumbers() {
        looks(3);
        looks("2027-10-12 10:00", LEAD, "botkyrka", "SB-2027-0001");
        world.passesTo(FIRST_WORKING_DAY);

        world.completes(LEAD, "userTask_review", null, inOrder());

        assertThat(world.endsOf("audit")).contains("endEvent_inOrder");
        assertThat(jdbc.sql("select content ->> 'outcome' from fact where kind = 'audit-review'")
                        .query(String.class)
                        .single())
                .isEqualTo("in-order");
        assertThat(world.mailTo("styrgrupp1"))
                .singleElement()
                .asString()
                .contains("oktober 2027: 4 granskade, varav 1 egna, 0 att följa upp")
                .doesNotContain("SB-2027");
    }

    @Test
    void viewsToFollowUpAreNamedAndSomethingIsSaidOfThem() {
        List<Long> views = looks(3);
        world.passesTo(FIRST_WORKING_DAY);
        Map<String, Object> answer = inOrder();
        answer.put("followUp", List.of(views.get(1).toString()));
        assertThatThrownBy(() -> world.completes(LEAD, "userTask_review", null, answer))
                .hasMessageContaining("Resultat");

        answer.put("outcome", "follow-up");
        answer.put("note", "Coachen frågas om varför");
        world.completes(LEAD, "userTask_review", null, answer);

        assertThat(world.endsOf("audit")).contains("endEvent_followUp");
        assertThat(jdbc.sql("select content -> 'followUp' ->> 0 from fact where kind = 'audit-review'")
                        .query(String.class)
                        .single())
                .isEqualTo(views.get(1).toString());
    }

    @Test
    void aViewThatWasNotDrawnCannotBeNamed() {
        looks(3);
        long stranger = looks("2027-09-01 10:00", "coach1", "botkyrka", "SB-2027-0001");
        world.passesTo(FIRST_WORKING_DAY);
        Map<String, Object> answer = inOrder();
        answer.putAll(Map.of("followUp", List.of(Long.toString(stranger)), "outcome", "follow-up", "note", "Varför?"));

        assertThatThrownBy(() -> world.completes(LEAD, "userTask_review", null, answer))
                .hasMessageContaining("Visningar att följa upp");
    }

    @Test
    void aMonthWithoutViewsEndsByItself() {
        world.passesTo(FIRST_WORKING_DAY);

        assertThat(world.openTasks(null)).isEmpty();
        assertThat(world.endsOf("audit")).containsExactly("endEvent_noViews");
    }

    @Test
    void theLeadIsRemindedOnceAndAfterTheDeadlineTheSteeringGroupIsTold() {
        looks(3);
        world.passesTo(FIRST_WORKING_DAY.plusDays(13));
        assertThat(world.mailTo(LEAD)).singleElement().asString().contains("Loggkontrollen för oktober 2027");

        world.passesTo(FIRST_WORKING_DAY.plusDays(14));

        assertThat(world.openTasks(null)).isEmpty();
        assertThat(world.endsOf("audit")).contains("endEvent_notReviewed");
        assertThat(world.mailTo("styrgrupp1")).singleElement().asString().contains("blev inte gjord");
    }

    private void isRefused(String user, String at, int times) {
        for (int n = 0; n < times; n++) {
            looks(at, user, "botkyrka", "SB-2027-0001", "not-own");
        }
    }

    private List<String> told() {
        watch.look();
        world.settles();
        return world.mailTo(LEAD);
    }

    @Test
    void theLeadsAreToldAtOnceAndOnceADayWhoIsRefusedMuch() {
        world.passesTo(LocalDate.of(2027, 10, 7));
        isRefused("handlaggare.af2", "2027-10-07 08:30", 10);
        assertThat(told()).as("as many as are allowed").isEmpty();

        isRefused("handlaggare.af2", "2027-10-07 08:31", 1);
        assertThat(told())
                .singleElement()
                .asString()
                .contains(
                        "handlaggare.af2 har nekats 11 gånger 2027-10-07 mellan klockan 08:00 och 09:00",
                        "Granska loggen")
                .doesNotContain("SB-2027");

        isRefused("handlaggare.af2", "2027-10-07 08:59", 50);
        isRefused("handlaggare.af2", "2027-10-07 10:00", 50);
        assertThat(told()).as("the same day").hasSize(1);

        world.passesTo(LocalDate.of(2027, 10, 8));
        isRefused("handlaggare.af2", "2027-10-08 08:30", 11);
        isRefused("coach1", "2027-10-08 08:30", 11);
        assertThat(told()).hasSize(3);
        world.passesTo(FIRST_WORKING_DAY);
        assertThat(world.shown(LEAD, "userTask_review", null, "refusals").toString())
                .as("the monthly lines stay")
                .contains(
                        "2027-10-07 08:00 · handlaggare.af2 · 61",
                        "2027-10-07 10:00 · handlaggare.af2 · 50",
                        "2027-10-08 08:00 · coach1 · 11");
    }

    @Test
    void refusalsFromBeforeAStartAreTold() {
        isRefused("handlaggare.af2", "2027-10-04 18:30", 11);
        world.passesTo(LocalDate.of(2027, 10, 8));

        assertThat(told()).singleElement().asString().contains("handlaggare.af2 har nekats 11 gånger 2027-10-04");
    }

    @Test
    void severalNodesThatLookAtOnceWriteOneLetter() {
        isRefused("handlaggare.af2", "2027-10-04 08:30", 11);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(watch::look))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(told()).hasSize(1);
    }

    @Test
    void oneAssociationIsNotToldOfAnothers() {
        for (int n = 0; n < 11; n++) {
            looks("2027-10-04 08:30", "coach9", "haninge", "HA-2027-0001", "not-own");
        }
        assertThat(told()).isEmpty();
    }
}
