package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** A participant who comes and does not come, to the group and to the coach, until the coach decides to end. */
@SamstegTest
class NoShowJourneyTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate FIRST_SESSION = LocalDate.of(2027, 2, 8);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;
    private String group = "";

    @BeforeEach
    void annaIsInAGroup() {
        world.begin(LocalDate.of(2027, 2, 1));
        anna = Case.referred(
                        world,
                        jdbc,
                        "handlaggare.fk",
                        Answers.referral(IdentityNumbers.some(1).get(0), world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"));
        anna.assessed();
        world.starts(LEADER, "group", Answers.group("halsogrupp", FIRST_SESSION, List.of("monday", "thursday")));
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
    }

    private void session(int dayOfMonth, String attendance) {
        world.passesTo(world.today().withDayOfMonth(dayOfMonth));
        world.completes(LEADER, "userTask_recordSession", group, Answers.sessionHeld(attendance));
    }

    private void talk(String outcome) {
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                AbsenceAnswers.talkNotHeld(outcome, world.today().plusWeeks(1)));
    }

    private List<String> absenceTasks() {
        return world.openTasks(anna.caseNumber).stream()
                .filter(task -> List.of("userTask_visitHome", "userTask_contactAuthority", "userTask_followUpInquiry")
                        .contains(task))
                .toList();
    }

    private String shown(String task) {
        return String.valueOf(world.shown(Case.COACH, task, anna.caseNumber, "noShows"));
    }

    @Test
    void absencesLeadFromAHomeVisitToAnExitThatTheCoachDecides() {
        session(8, "absent");
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
        assertThat(world.mailTo(Case.COACH)).anyMatch(letter -> letter.startsWith("Gör hembesök, ärende"));
        anna.does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(world.today()));

        session(11, "excused");
        world.passesTo(LocalDate.of(2027, 2, 15));
        talk("moved");
        assertThat(absenceTasks()).isEmpty();
        session(15, "absent"); // the second time
        assertThat(absenceTasks()).isEmpty();
        session(18, "took-part");
        world.passesTo(LocalDate.of(2027, 2, 22));
        world.completes(LEADER, "userTask_recordSession", group, Answers.sessionMoved(LocalDate.of(2027, 2, 23)));
        talk("excused");
        session(23, "present");
        session(25, "excused");
        assertThat(absenceTasks()).isEmpty();

        world.passesTo(LocalDate.of(2027, 3, 1));
        talk("absent");
        assertThat(absenceTasks()).containsExactly("userTask_contactAuthority");
        assertThat(shown("userTask_contactAuthority"))
                .startsWith(
                        "3 uteblivanden sedan 2027-02-08: 2027-02-08 gruppträff, 2027-02-15 gruppträff, 2027-03-01 coachsamtal.");
        anna.does(
                Case.COACH,
                "userTask_contactAuthority",
                AbsenceAnswers.inquiryUntil(world.today(), LocalDate.of(2027, 3, 8)));
        session(1, "took-part");
        session(4, "took-part");
        session(8, "took-part");
        anna.does(Case.COACH, "userTask_followUpInquiry", AbsenceAnswers.inquiryShowed("continue"));
        assertThat(absenceTasks()).isEmpty();

        session(11, "absent"); // a first time again
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
        assertThat(shown("userTask_visitHome")).isEqualTo("""
                        1 uteblivande sedan 2027-03-11: 2027-03-11 gruppträff.
                        Räkningen började om 2027-03-01, när myndigheten började en utredning.""");
        anna.does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(world.today()));
        session(15, "absent");
        talk("absent");
        anna.isAt("userTask_holdTalk", "userTask_contactAuthority"); // nothing ends by itself
        world.passesTo(LocalDate.of(2027, 3, 17));
        anna.isAt("userTask_holdTalk", "userTask_contactAuthority");

        anna.does(Case.COACH, "userTask_contactAuthority", AbsenceAnswers.contact(world.today(), "exit"));
        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_measure");
        leavesAsADropOut();
    }

    private int counting() {
        return jdbc.sql("select count(*) from no_show where settled_on is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingCountsWhileCareComesFirstAndTheRollSaysSo() {
        world.passesTo(FIRST_SESSION);
        world.starts(Case.COACH, "pause", PauseAnswers.until(anna.caseNumber, FIRST_SESSION.plusDays(60)));
        assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "onRoll")))
                .contains("(vårdpaus)")
                .doesNotContain("Operation");
        session(8, "absent");
        assertThat(absenceTasks()).isEmpty();
        assertThat(counting()).isZero();

        world.passesTo(FIRST_SESSION.plusDays(2));
        world.starts(Case.COACH, "pause", PauseAnswers.ended(anna.caseNumber));
        session(11, "absent");
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
    }

    @Test
    void aRollCallThatWasWrongIsCorrectedAndWhatFollowedOnItEnds() {
        session(8, "absent");
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
        assertThatThrownBy(() -> world.starts(
                        LEADER,
                        "participation",
                        AbsenceAnswers.attended(anna.caseNumber, FIRST_SESSION.minusDays(1), "present")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Träffens dag: ");

        world.starts(LEADER, "participation", AbsenceAnswers.attended(anna.caseNumber, FIRST_SESSION, "took-part"));
        assertThat(absenceTasks()).isEmpty();
        assertThat(counting()).isZero();
        assertThat(jdbc.sql("select attendance from roll_call")
                        .query(String.class)
                        .list())
                .containsExactly("took-part");
        assertThat(world.endsOf("participation")).contains("endEvent_corrected");

        world.starts(LEADER, "participation", AbsenceAnswers.attended(anna.caseNumber, FIRST_SESSION, "absent"));
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
    }

    @Test
    void aTalkThatWasNotMissedAfterAllIsTakenBackWithTheContactThatItLedTo() {
        session(8, "absent");
        anna.does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(world.today()));
        session(11, "absent");
        world.passesTo(LocalDate.of(2027, 2, 15));
        talk("absent");
        assertThat(absenceTasks()).containsExactly("userTask_contactAuthority");

        String missed = jdbc.sql("select id::text from fact where kind = 'coaching-talk'")
                .query(String.class)
                .single();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", missed));
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        "choice.outcome",
                        "newChoice",
                        "excused",
                        "askedBy",
                        "participant",
                        "why",
                        "Sjukanmäld"));
        assertThat(absenceTasks()).isEmpty();
        assertThat(counting()).isEqualTo(2);
    }

    @Test
    void aNoShowDuringTheExitCountsAndLeadsToAVisitRatherThanToAnotherExit() {
        session(8, "absent");
        anna.does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(world.today()));
        session(11, "absent");
        world.passesTo(LocalDate.of(2027, 2, 15));
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                Answers.with(Answers.talk(LocalDate.EPOCH), "nextTalk", null, "beginExit", true, "exitReason", "Klar"));
        session(15, "absent");
        assertThat(absenceTasks()).containsExactly("userTask_visitHome");
        assertThat(shown("userTask_visitHome")).startsWith("3 uteblivanden sedan");
    }

    private void leavesAsADropOut() {
        anna.does(Case.COACH, "userTask_measure", Answers.notMeasured());
        assertThat(world.shown(Case.COACH, "userTask_recordOutcome", anna.caseNumber, "ground"))
                .isEqualTo("drop-out");
        assertThat(world.shown(Case.COACH, "userTask_recordOutcome", anna.caseNumber, "mainOutcome"))
                .isEqualTo("drop-out");
        anna.does(Case.COACH, "userTask_recordOutcome", Answers.outcome("drop-out", "drop-out", world.today()))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve())
                .does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(anna.caseworker, "userTask_answerRecommendations", Answers.answersToRecommendations());
        assertThat(world.endsOf("samboradet")).contains("endEvent_discontinued").doesNotContain("endEvent_completed");
        assertThat(world.endsOf("absence"))
                .containsExactlyInAnyOrder(
                        "endEvent_homeVisitDone", "endEvent_noted", "endEvent_continues", "endEvent_exitBegun");
    }
}
