package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

/** A person who has a place, is hard to reach and does not come at first. */
@SamstegTest
class PlaceToPlanJourneyTest {

    private static final LocalDate PLACE = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaHasAPlace() {
        world.begin(PLACE);
        anna = Case.referred(
                        world,
                        jdbc,
                        "handlaggare.fk",
                        Answers.referral(IdentityNumbers.some(1).get(0), world.today()))
                .admitted();
    }

    private void noAnswer(LocalDate nextTry) {
        anna.does(
                Case.COACH,
                "userTask_summon",
                Answers.of("letterText", "Välkommen", "answer", "no-answer", "nextTryOn", nextTry));
    }

    private void notEnrolled(String outcome, LocalDate newDay) {
        anna.does(Case.COACH, "userTask_holdEnrolment", notHeld(outcome, newDay));
    }

    private static Map<String, Object> notHeld(String outcome, LocalDate newDay) {
        return Answers.of("outcome", outcome, "note", "Ringde " + Answers.MARKER, "newDay", newDay);
    }

    private void answersAndIsBookedFor(LocalDate enrolment) {
        anna.does(Case.COACH, "userTask_summon", Answers.summons(enrolment));
    }

    private String shown(String task, String key) {
        return String.valueOf(world.shown(Case.COACH, task, anna.caseNumber, key));
    }

    private List<String> tasks() {
        return world.openTasks(anna.caseNumber);
    }

    private long toldToTheLead() {
        return world.mailTo(Case.LEAD).stream()
                .filter(letter -> letter.startsWith("Ingen har träffat deltagaren på länge"))
                .count();
    }

    @Test
    void noParticipantIsForgottenBetweenPlaceAndPlan() {
        world.passesTo(PLACE.plusDays(3));
        noAnswer(PLACE.plusDays(10));
        assertThat(tasks()).containsExactly("userTask_summon");
        assertThat(shown("userTask_summon", "tries")).isEqualTo("2027-02-04 Svarade inte");
        world.passesTo(PLACE.plusDays(10));
        noAnswer(PLACE.plusDays(28));
        world.passesTo(PLACE.plusDays(29));
        assertThat(toldToTheLead()).isZero();
        world.passesTo(PLACE.plusDays(30));
        assertThat(toldToTheLead()).isEqualTo(1);
        assertThat(tasks()).containsExactly("userTask_handleAlert", "userTask_summon");
        noAnswer(PLACE.plusDays(32));
        assertThat(tasks()).contains("userTask_handleAlert");
        assertThat(shown("userTask_summon", "tries")).hasLineCount(3);

        world.passesTo(PLACE.plusDays(32)); // 5 March
        answersAndIsBookedFor(LocalDate.of(2027, 3, 8));
        assertThat(tasks()).as("the lead's task is gone with its cause").containsExactly("userTask_holdEnrolment");

        world.passesTo(LocalDate.of(2027, 3, 8));
        notEnrolled("absent", LocalDate.of(2027, 3, 15));
        assertThat(tasks()).containsExactly("userTask_holdEnrolment", "userTask_visitHome");
        assertThat(shown("userTask_visitHome", "noShows"))
                .startsWith("1 uteblivande sedan 2027-03-08: 2027-03-08 inskrivningssamtal.");
        anna.does(
                Case.COACH,
                "userTask_visitHome",
                Answers.with(AbsenceAnswers.homeVisit(world.today()), "result", "absent"));
        world.passesTo(LocalDate.of(2027, 3, 15));
        notEnrolled("excused", LocalDate.of(2027, 3, 22));
        world.passesTo(LocalDate.of(2027, 3, 22));
        notEnrolled("moved", LocalDate.of(2027, 4, 5));
        assertThat(tasks()).as("neither counts").containsExactly("userTask_holdEnrolment");
        assertThat(shown("userTask_holdEnrolment", "booked")).isEqualTo("""
                        2027-04-05
                        2027-03-08 Deltagaren kom inte
                        2027-03-15 Sjuk eller annat giltigt förhinder
                        2027-03-22 Flyttat av oss""");

        world.passesTo(LocalDate.of(2027, 4, 3));
        assertThat(toldToTheLead()).as("no talk since the answer of 5 March").isEqualTo(1);
        world.passesTo(LocalDate.of(2027, 4, 5));
        assertThat(toldToTheLead()).isEqualTo(2);
        assertThat(tasks()).containsExactly("userTask_handleAlert", "userTask_holdEnrolment");
        anna.does(Case.COACH, "userTask_holdEnrolment", Answers.enrolment(world.today()));
        assertThat(tasks()).containsExactly("userTask_mapSituation");
        anna.does(Case.COACH, "userTask_mapSituation", Answers.mapping());
        world.passesTo(LocalDate.of(2027, 5, 5));
        assertThat(tasks()).containsExactly("userTask_handleAlert", "userTask_measureBaseline");
        anna.does(Case.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(Case.COACH, "userTask_writeActionPlan", Answers.plan(world.today(), "workplace"));
        assertThat(tasks()).doesNotContain("userTask_handleAlert").contains("userTask_holdTalk");
    }

    @Test
    void aParticipantWhoIsCalledToADayFarAheadIsNotMissedBeforeIt() {
        LocalDate enrolment = PLACE.plusDays(49);
        answersAndIsBookedFor(enrolment);
        world.passesTo(enrolment);
        assertThat(toldToTheLead()).isZero();
        world.passesTo(enrolment.plusDays(1));
        assertThat(toldToTheLead()).isEqualTo(1);
    }

    @Test
    void aCorrectedDayOfTheEnrolmentTalkMovesTheTask() {
        answersAndIsBookedFor(PLACE.plusDays(7));
        String summons = jdbc.sql("select id::text from fact where kind = 'admission-summons'")
                .query(String.class)
                .single();
        LocalDate meant = PLACE.plusDays(14);
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", summons));
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        "appointment.enrolmentDate",
                        "newAppointment",
                        meant,
                        "askedBy",
                        "participant",
                        "why",
                        "Skrev fel"));
        assertThat(shown("userTask_holdEnrolment", "booked")).isEqualTo(meant + " kl. 10:00");
        assertThat(jdbc.sql("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_holdEnrolment'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(meant);
    }

    @Test
    void aParticipantWhoNeverComesGivesThePlaceToTheNextByTheDecisionOfAPerson() {
        answersAndIsBookedFor(PLACE.plusDays(7));
        for (int week = 1; week <= 3; week++) {
            world.passesTo(PLACE.plusWeeks(week));
            notEnrolled("absent", PLACE.plusWeeks(week + 1));
        }
        assertThat(tasks())
                .containsExactly("userTask_contactAuthority", "userTask_holdEnrolment", "userTask_visitHome");
        anna.does(Case.COACH, "userTask_contactAuthority", AbsenceAnswers.contact(world.today(), "exit"));
        assertThat(tasks()).isEmpty();
        assertThat(world.endsOf("samboradet")).contains("endEvent_referralWithdrawn");
        assertThat(world.mailTo(anna.caseworker))
                .anyMatch(letter -> letter.startsWith("Avslutat före inskrivningen"))
                .noneMatch(letter -> letter.contains("återtagen"));
        assertThat(jdbc.sql("select count(*) from place where freed_on is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
