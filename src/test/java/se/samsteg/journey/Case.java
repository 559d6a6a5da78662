package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One participant's way, told step by step. */
final class Case {

    static final String COACH = "coach1";
    static final String LEAD = "projektledare1";
    static final String CONSULTANT = "konsulent1";
    static final String THERAPIST = "arbetsterapeut1";

    final World world;
    final String caseNumber;
    final String caseworker;

    private Case(World world, String caseNumber, String caseworker) {
        this.world = world;
        this.caseNumber = caseNumber;
        this.caseworker = caseworker;
    }

    /** A caseworker sends a referral through the programme's start form. */
    static Case referred(World world, JdbcClient jdbc, String caseworker, Map<String, Object> referral) {
        return referred(world, jdbc, "samboradet", caseworker, referral);
    }

    /** As {@link #referred(World, JdbcClient, String, Map)}, to another programme. */
    static Case referred(
            World world, JdbcClient jdbc, String programme, String caseworker, Map<String, Object> referral) {
        world.starts(caseworker, programme, referral);
        String caseNumber = jdbc.sql(
                        "select case_number from case_file where programme = ? order by case_number desc limit 1")
                .param(programme)
                .query(String.class)
                .single();
        return new Case(world, caseNumber, caseworker);
    }

    /** The same case in the application as it was started anew. */
    Case in(World startedAnew) {
        return new Case(startedAnew, caseNumber, caseworker);
    }

    Case does(String user, String task, Map<String, Object> form) {
        world.completes(user, task, caseNumber, form);
        return this;
    }

    Case admitted() {
        return does("ledamot.soc", "userTask_assess", Answers.admit(COACH));
    }

    Case enrolledWithAPlan(Map<String, Object> plan) {
        LocalDate today = world.today();
        return does(COACH, "userTask_summon", Answers.summons(today.plusWeeks(1)))
                .does(COACH, "userTask_holdEnrolment", Answers.enrolment(today))
                .does(COACH, "userTask_mapSituation", Answers.mapping())
                .does(COACH, "userTask_measureBaseline", Answers.baseline())
                .does(COACH, "userTask_writeActionPlan", plan);
    }

    /** By the occupational therapist, on the day for which it was booked. */
    Case assessed() {
        return does(THERAPIST, "userTask_bookAssessment", Answers.assessmentBooking(world.today()))
                .does(THERAPIST, "userTask_assessSupport", Answers.supportAssessment(world.today()));
    }

    /** Practice that leads to an offer of a job. */
    Case introducedToAWorkplace() {
        return does(CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(CONSULTANT, "userTask_introduce", Answers.introduction(world.today()))
                .does(CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered());
    }

    /** From the exit measurement until the caseworker has answered. */
    Case exited(Map<String, Object> measurement, Map<String, Object> outcome, Map<String, Object> referralBack) {
        return does(COACH, "userTask_measure", measurement)
                .does(COACH, "userTask_recordOutcome", outcome)
                .does(COACH, "userTask_writeReferralBack", referralBack)
                .does(LEAD, "userTask_approveReferralBack", Answers.approve())
                .does(caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(caseworker, "userTask_answerRecommendations", Answers.answersToRecommendations());
    }

    Case isAt(String... tasks) {
        assertThat(world.openTasks(caseNumber)).contains(tasks);
        return this;
    }

    Case hasNoTasks() {
        assertThat(world.openTasks(caseNumber)).isEmpty();
        return this;
    }
}
