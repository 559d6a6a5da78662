package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** Groups that do not go as planned: a wait that is too long, a participant who leaves, a group that is cancelled. */
@SamstegTest
class GroupChangesJourneyTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 4, 12);

    private final List<String> people = IdentityNumbers.some(3);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 2, 1));
    }

    private Case waiting(String firstName) {
        Map<String, Object> referral = Answers.with(
                Answers.referral(people.remove(0), world.today()), "firstName", firstName, "lastName", "Ek");
        return Case.referred(world, jdbc, "handlaggare.soc", referral)
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"))
                .assessed();
    }

    private String planned(int maximum) {
        world.starts(
                LEADER,
                "group",
                Answers.with(
                        Answers.group("halsogrupp", FIRST_DAY, List.of("monday", "thursday")),
                        "planned",
                        maximum,
                        "maximum",
                        maximum));
        return jdbc.sql("select number from programme_group order by number desc limit 1")
                .query(String.class)
                .single();
    }

    private String staffed(int maximum, Case... participants) {
        String group = planned(maximum);
        world.completes(
                LEADER,
                "userTask_staffGroup",
                group,
                Answers.of(
                        "participants",
                        List.of(participants).stream()
                                .map(one -> one.caseNumber)
                                .toList()));
        return group;
    }

    private long letters(String template) {
        return jdbc.sql("select count(*) from letter where template = ?")
                .param(template)
                .query(Long.class)
                .single();
    }

    @Test
    void aParticipantWhoWaitsTooLongLeavesTheQueueForAPractice() {
        Case anna = waiting("Anna");
        LocalDate since = world.today();
        world.passesTo(since.plusWeeks(6));
        assertThat(letters("prerehab-long-wait")).isEqualTo(1);
        world.passesTo(since.plusWeeks(12));
        assertThat(letters("prerehab-long-wait")).isEqualTo(2);

        world.starts(Case.COACH, "participation", Answers.participation(anna.caseNumber, "leave-queue"));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_decideNextStep", anna.caseNumber, "groupResult")))
                .contains("lämnar kön", "Vill hellre ha praktik");
        assertThatThrownBy(() -> world.starts(
                        Case.COACH, "participation", Answers.participation(anna.caseNumber, "leave-queue")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("väntar inte på någon grupp");
        anna.does(
                        Case.COACH,
                        "userTask_decideNextStep",
                        Answers.nextStep("workplace", world.today().plusWeeks(1)))
                .isAt("userTask_matchWorkplace", "userTask_holdTalk");
    }

    @Test
    void aSeatThatIsLeftIsOfferedAndARunningGroupIsJoinedAndChanged() {
        Case anna = waiting("Anna");
        Case bo = waiting("Bo");
        Case cissi = waiting("Cissi");
        String group = staffed(1, anna);
        String other = staffed(1);
        world.passesTo(FIRST_DAY);
        assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "onRoll")))
                .contains("Anna Ek");
        assertThatThrownBy(() ->
                        world.starts(Case.COACH, "participation", Answers.participation(bo.caseNumber, "join", group)))
                .isInstanceOf(Refused.class)
                .hasMessage("Grupp: gruppen tar högst 1.");

        world.starts(LEADER, "participation", Answers.participation(anna.caseNumber, "leave-group"));
        anna.isAt("userTask_decideNextStep", "userTask_holdTalk");
        assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "onRoll")))
                .doesNotContain("Anna Ek");
        assertThat(String.valueOf(world.shown(LEADER, "userTask_fillSeats", group, "waiting")))
                .contains("Bo Ek", "Cissi Ek");
        world.starts(Case.COACH, "participation", Answers.participation(bo.caseNumber, "join", other));
        assertThat(String.valueOf(world.shown(LEADER, "userTask_fillSeats", group, "waiting")))
                .doesNotContain("Bo Ek");
        world.completes(LEADER, "userTask_fillSeats", group, Answers.of("participants", List.of(cissi.caseNumber)));
        assertThat(seatOf(cissi)).isEqualTo(group);

        world.starts(LEADER, "participation", Answers.participation(cissi.caseNumber, "leave-group"));
        world.starts(Case.COACH, "participation", Answers.participation(bo.caseNumber, "move", group));
        assertThat(seatOf(bo)).isEqualTo(group);
        assertThat(bo.caseNumber).isNotEqualTo(cissi.caseNumber);
        bo.isAt("userTask_holdTalk");
    }

    private String seatOf(Case one) {
        return jdbc.sql("select group_number from group_place where case_number = ? and left_on is null")
                .param(one.caseNumber)
                .query(String.class)
                .single();
    }

    @Test
    void aCancelledGroupLetsItsParticipantsWaitAgainAndTheirCoachesKnow() {
        Case anna = waiting("Anna");
        String group = staffed(12, anna);
        world.passesTo(FIRST_DAY);
        assertThatThrownBy(() -> world.starts("gruppcoach2", "regrouping", Answers.regrouping("G-2020-001", "cancel")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("bland dina grupper");

        world.starts(LEADER, "regrouping", Answers.regrouping(group, "cancel"));
        assertThat(world.openTasks(group)).isEmpty();
        assertThat(letters("group-cancelled")).isEqualTo(1);
        anna.isAt("userTask_holdTalk");
        String next = planned(12);
        assertThat(String.valueOf(world.shown(LEADER, "userTask_staffGroup", next, "waiting")))
                .contains("Anna Ek");
        assertThatThrownBy(() -> world.starts(LEADER, "regrouping", Answers.regrouping(group, "fill")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("avslutad");
    }

    @Test
    void aProlongedGroupMeetsMoreTimesAndItsParticipantsGoOnBeforeItIsEvaluated() {
        Case anna = waiting("Anna");
        String group = staffed(12, anna);
        world.passesTo(FIRST_DAY);
        world.starts(
                LEADER,
                "regrouping",
                Answers.with(
                        Answers.regrouping(group, "prolong"), "sessions", 2, "firstDay", LocalDate.of(2027, 8, 2)));
        for (int session = 1; session <= 26; session++) {
            world.passesTo(jdbc.sql("select min(day) from group_session where group_number = ? and state = 'planned'")
                    .param(group)
                    .query(LocalDate.class)
                    .single());
            assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "heading")))
                    .contains("träff " + session + " av 26");
            world.completes(LEADER, "userTask_recordSession", group, Answers.of("outcome", "cancelled"));
        }
        assertThat(world.today()).isEqualTo(LocalDate.of(2027, 8, 5));

        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_decideNextStep");
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_decideNextStep", anna.caseNumber, "groupResult")))
                .isEqualTo("Inget är sagt om någon grupp än.");
        anna.does(LEADER, "userTask_evaluateGroup", Answers.groupGave("workplace"));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_decideNextStep", anna.caseNumber, "groupResult")))
                .contains("Vänner", "Roligt", "Vad som följer: Arbetsplatsintroduktion");
    }
}
