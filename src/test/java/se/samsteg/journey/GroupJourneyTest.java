package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** Three people in the same health group, over Easter and Ascension Day, from their referrals to what follows. */
@SamstegTest
class GroupJourneyTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 3, 15);

    /** Easter Monday and Ascension Day; the other holidays of the spring fall on other weekdays. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2027, 3, 29), LocalDate.of(2027, 5, 6));

    private final List<String> people = IdentityNumbers.some(3);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private String group = "";

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 2, 1));
    }

    private Case waitingForAGroup(String firstName) {
        Map<String, Object> referral = Answers.with(
                Answers.referral(people.remove(0), world.today()), "firstName", firstName, "lastName", "Ek");
        return Case.referred(world, jdbc, "handlaggare.soc", referral)
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"))
                .isAt("userTask_bookAssessment", "userTask_holdTalk");
    }

    private void planned() {
        world.starts(LEADER, "group", Answers.group("halsogrupp", FIRST_DAY, List.of("monday", "thursday")));
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
    }

    private List<LocalDate> sessionDays() {
        return jdbc.sql("select day from group_session where group_number = ? order by number")
                .param(group)
                .query(LocalDate.class)
                .list();
    }

    /** Mondays and Thursdays that are no holidays. */
    private static List<LocalDate> calendar(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = FIRST_DAY; days.size() < count; day = day.plusDays(1)) {
            if (Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY).contains(day.getDayOfWeek()) && !HOLIDAYS.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** Lets time go to the next planned session and records it. */
    private void nextSession(Map<String, Object> answers) {
        world.passesTo(jdbc.sql("select min(day) from group_session where group_number = ? and state = 'planned'")
                .param(group)
                .query(LocalDate.class)
                .single());
        record(answers);
    }

    private void record(Map<String, Object> answers) {
        world.completes(LEADER, "userTask_recordSession", group, answers);
    }

    private String shown(String key) {
        return String.valueOf(world.shown(LEADER, "userTask_recordSession", group, key));
    }

    private List<String> roll(Case participant) {
        return jdbc.sql("select attendance from roll_call where case_number = ? order by session")
                .param(participant.caseNumber)
                .query(String.class)
                .list();
    }

    private String attendance(Case participant) {
        return String.valueOf(world.shown(LEADER, "userTask_evaluateGroup", participant.caseNumber, "attendance"));
    }

    private static Map<String, Object> rollCall(@Nullable String... attendance) {
        return Answers.sessionHeld(attendance);
    }

    @Test
    void threeTakePartOneMovesAwayAndTheOthersGoOnToAWorkplace() {
        Case anna = waitingForAGroup("Anna");
        Case bo = waitingForAGroup("Bo");
        Case cissi = waitingForAGroup("Cissi");
        for (Case one : List.of(anna, bo, cissi)) {
            one.assessed();
        }

        planned();
        assertThat(sessionDays()).isEqualTo(calendar(24)).endsWith(LocalDate.of(2027, 6, 10));
        assertThat(String.valueOf(world.shown(LEADER, "userTask_staffGroup", group, "waiting")))
                .contains("Anna Ek", "Bo Ek", "Cissi Ek");
        world.completes(
                LEADER,
                "userTask_staffGroup",
                group,
                Answers.of("participants", List.of(anna.caseNumber, bo.caseNumber, cissi.caseNumber)));

        world.passesTo(FIRST_DAY);
        assertThat(shown("onRoll")).contains("Anna Ek", "Bo Ek", "Cissi Ek");
        record(rollCall("took-part", "excused", "absent"));
        cissi.does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(FIRST_DAY));
        nextSession(Answers.with(rollCall(null, "took-part", "took-part"), "needs", List.of(bo.caseNumber)));
        theNeedIsBosCoachsTask(bo, anna, cissi);
        aSessionIsMoved();
        nextSession(rollCall("took-part", "took-part", "present"));
        nextSession(rollCall("took-part", "took-part", "took-part"));

        movesAway(cissi, anna, bo);
        for (int session = 6; session <= 24; session++) {
            nextSession(rollCall("took-part", "took-part"));
        }
        assertThat(world.today()).isEqualTo(LocalDate.of(2027, 6, 10));

        theGroupEnds(anna, bo, cissi);
        for (Case one : List.of(anna, bo)) {
            one.does(LEADER, "userTask_evaluateGroup", Answers.groupGave("workplace"))
                    .does(
                            Case.COACH,
                            "userTask_decideNextStep",
                            Answers.nextStep("workplace", world.today().plusWeeks(1)))
                    .isAt("userTask_matchWorkplace", "userTask_holdTalk");
        }
        assertThat(String.valueOf(
                        world.shown(Case.CONSULTANT, "userTask_matchWorkplace", bo.caseNumber, "adaptations")))
                .contains("Lugn plats", "Klocka", "Korta pass");
        assertThat(jdbc.sql("select distinct recorded_by || ' ' || role from fact")
                        .query(String.class)
                        .list())
                .as("who recorded what happened, in which role")
                .containsExactlyInAnyOrder(
                        "handlaggare.soc caseworker-soc",
                        "ledamot.soc conference",
                        "coach1 coach",
                        "arbetsterapeut1 occupational-therapist",
                        "gruppcoach1 group-coach");
    }

    private void theNeedIsBosCoachsTask(Case bo, Case... others) {
        bo.isAt("userTask_meetNeed");
        assertThat(world.ownerOf("userTask_meetNeed", bo.caseNumber)).isEqualTo(Case.COACH);
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_meetNeed", bo.caseNumber, "raised")))
                .contains("torsdag 18 mars 2027");
        for (Case other : others) {
            assertThat(world.openTasks(other.caseNumber)).doesNotContain("userTask_meetNeed");
        }
        bo.does(Case.COACH, "userTask_meetNeed", Answers.individualNeed());
    }

    private void aSessionIsMoved() {
        nextSession(Answers.sessionMoved(LocalDate.of(2027, 3, 24)));
        assertThat(world.openTasks(group)).doesNotContain("userTask_recordSession");
        world.passesTo(LocalDate.of(2027, 3, 23));
        assertThat(world.openTasks(group)).doesNotContain("userTask_recordSession");
        world.passesTo(LocalDate.of(2027, 3, 24));
        assertThat(shown("heading")).contains("träff 3 av 24, onsdag 24 mars 2027");
        record(rollCall("took-part", "took-part", "took-part"));
    }

    private void movesAway(Case cissi, Case... others) {
        world.starts(Case.COACH, "interruption", Answers.interruption(cissi.caseNumber, "moved"));
        assertThat(world.openTasks(cissi.caseNumber)).containsExactly("userTask_measure");

        world.passesTo(LocalDate.of(2027, 4, 5));
        assertThat(shown("onRoll")).contains("Anna Ek", "Bo Ek").doesNotContain("Cissi");
        assertThat(shown("members")).doesNotContain(cissi.caseNumber);
        assertThatThrownBy(() -> record(rollCall("took-part", "took-part", "took-part")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Upprop: deltagarna är inte desamma");
        assertThatThrownBy(() ->
                        record(Answers.with(rollCall("took-part", "took-part"), "needs", List.of(cissi.caseNumber))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Individuell insats behövs för");
        assertThat(roll(cissi)).containsExactly("absent", "took-part", "took-part", "present", "took-part");
        for (Case other : others) {
            other.isAt("userTask_holdTalk");
        }
    }

    private void theGroupEnds(Case anna, Case bo, Case cissi) {
        world.completes(LEADER, "userTask_evaluateGroup", group, Answers.groupEvaluated());

        assertThat(world.openTasks(group)).isEmpty();
        assertThat(attendance(anna)).isEqualTo("Med på 23 av 23 registrerade träffar, giltig frånvaro 0, uteblev 0");
        assertThat(attendance(bo)).isEqualTo("Med på 23 av 24 registrerade träffar, giltig frånvaro 1, uteblev 0");
        assertThat(world.openTasks(cissi.caseNumber)).containsExactly("userTask_measure");
    }
}
