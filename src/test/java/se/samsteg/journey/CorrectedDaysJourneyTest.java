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

/** A day on which something is to be done was typed wrong; when it is corrected, the open task comes on the right one. */
@SamstegTest
class CorrectedDaysJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final LocalDate WRONG = MONDAY.plusDays(3);
    private static final LocalDate MEANT = MONDAY.plusDays(10);
    private static final String CASEWORKER = "handlaggare.fk";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaIsAdmitted() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, CASEWORKER, Answers.referral("19800101-9804", MONDAY))
                .admitted();
    }

    private void enrolled(Map<String, Object> plan) {
        anna.enrolledWithAPlan(plan);
    }

    private void enrolled() {
        enrolled(Answers.plan(MONDAY, "workplace"));
    }

    /** The first note of a form. */
    private void corrects(String form, String key) {
        String fact = jdbc.sql("select id::text from current_fact where kind = ? order by recorded_at limit 1")
                .param(form)
                .query(String.class)
                .single();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", fact));
        boolean appointment = String.valueOf(world.shown(Case.COACH, "userTask_correct", anna.caseNumber, "targets"))
                .contains("appointment." + key);
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        (appointment ? "appointment." : "date.") + key,
                        appointment ? "newAppointment" : "newDate",
                        MEANT,
                        "askedBy",
                        "staff",
                        "why",
                        "Fel dag"));
    }

    private LocalDate due(String task) {
        return world.dueOn(task, anna.caseNumber);
    }

    private String shown(String user, String task, String key) {
        return String.valueOf(world.shown(user, task, anna.caseNumber, key));
    }

    @Test
    void theDayOfTheNextTryToCallToEnrolment() {
        anna.does(Case.COACH, "userTask_summon", Answers.of("answer", "no-answer", "nextTryOn", WRONG));
        assertThat(due("userTask_summon")).isEqualTo(WRONG);
        corrects("admission-summons", "nextTryOn");
        assertThat(due("userTask_summon")).isEqualTo(MEANT);
    }

    @Test
    void theDayOfAMeetingThatWasCalledTo() {
        enrolled();
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        anna.does(CASEWORKER, "userTask_invite", SipAnswers.call(WRONG));

        corrects("sip-invitation", "meetingOn");

        assertThat(due("userTask_document")).isEqualTo(MEANT);
        assertThat(shown(Case.COACH, "userTask_document", "invitation")).startsWith(MEANT + " kl. 13:15");
        assertThat(shown(Case.COACH, "userTask_document", "heldOn")).isEqualTo(MEANT.toString());
    }

    @Test
    void theDayOnWhichADecisionIsAskedAboutAgain() {
        enrolled();
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        anna.does(CASEWORKER, "userTask_invite", SipAnswers.call(MONDAY))
                .does(Case.COACH, "userTask_document", SipAnswers.held(MONDAY))
                .does(Case.COACH, "userTask_followUp", SipAnswers.partly(WRONG));

        corrects("sip-decision", "newDate");

        assertThat(days("select due_on from sip_decision where ended_on is null order by 1"))
                .containsExactly(MEANT, MONDAY.plusDays(14), MONDAY.plusDays(21));
        assertThat(days("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_followUp' order by 1"))
                .containsExactly(MEANT, MONDAY.plusDays(14), MONDAY.plusDays(21));
    }

    private List<LocalDate> days(String sql) {
        return jdbc.sql(sql).query(LocalDate.class).list();
    }

    @Test
    void theDayOnWhichAnInquiryIsFollowedUp() {
        enrolled();
        for (int n = 0; n < 3; n++) {
            anna.does(Case.COACH, "userTask_holdTalk", AbsenceAnswers.talkNotHeld("absent", MONDAY.plusWeeks(1)));
        }
        anna.does(Case.COACH, "userTask_contactAuthority", AbsenceAnswers.inquiryUntil(MONDAY, WRONG));
        corrects("absence-contact", "followUpOn");
        assertThat(due("userTask_followUpInquiry")).isEqualTo(MEANT);
    }

    @Test
    void theDayOfTheFirstActivityOfAnOrientation() {
        enrolled(Answers.plan(MONDAY, "orientation"));
        anna.does(Case.COACH, "userTask_planOrientation", OrientationAnswers.plan(WRONG, "study-visit"));

        corrects("orientation-plan", "firstActivityOn");

        assertThat(due("userTask_carryOutOrientation")).isEqualTo(MEANT);
        assertThat(shown(Case.COACH, "userTask_carryOutOrientation", "booked")).startsWith(MEANT + " kl. 10:00");
    }

    @Test
    void theDayUntilWhichAColleagueIsAskedForSomethingAndNoOther() {
        enrolled();
        for (int n = 0; n < 2; n++) {
            world.starts(Case.COACH, "errand", ErrandAnswers.request(anna.caseNumber, "caseworker", WRONG));
            world.ticks();
        }

        corrects("errand-request", "doOn");

        assertThat(days("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_doErrand' order by 1"))
                .containsExactly(WRONG, MEANT);
        assertThat(shown(CASEWORKER, "userTask_doErrand", "doOn")).isEqualTo(WRONG.toString());
    }
}
