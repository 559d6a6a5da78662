package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Browser;
import se.samsteg.desk.ByHand;
import se.samsteg.form.FormFiles;
import se.samsteg.form.ProgrammeForms;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The forms that {@link LeakTest} does not come by when it is clicked through, filled in and sent in a real Chromium too. */
@SamstegTest
class OtherFormsByHandTest {

    static final Set<String> FORMS = Set.of(
            "ama.referral-correction",
            "ama.referral-referral",
            "closing-again",
            "closing-signature",
            "intake-appointment",
            "intake-booking",
            "intake-talk",
            "leave-period",
            "milestone-event",
            "prerehab-without-assessment",
            "proposal-answer",
            "renewal-answer",
            "review-minutes",
            "review-receipt",
            "staff-member",
            "staff-post",
            "steering-report");

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";

    private final List<String> people = IdentityNumbers.some(2);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Programmes programmes;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private OtherSettings withReviews;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        Browser.mustBeThere();
        world.begin(MONDAY);
        withReviews = new OtherSettings(
                programmes,
                "samboradet",
                Map.of(
                        "review",
                        new Settings.Review(
                                MONDAY.plusDays(2),
                                Period.ofMonths(1),
                                Period.ofDays(14),
                                Settings.Review.Convener.UNIT_MANAGER,
                                Period.ofDays(7))));
    }

    @AfterEach
    void theProgrammeIsAsItWas() {
        withReviews.close();
    }

    @Test
    void theyAreOpenedInTasklistFilledInAndSentByClicksAndKeys() {
        try (ByHand hand = world.worksAt(
                server -> new ByHand(server, port, form -> FORMS.contains(own(form)), repository, tasks))) {
            noraIsTakenInByATalkOfThree();
            staffSayWhoTheyAre();
            theLeadAnswersForTheFigures();
            annaIsPresentedToHerUnit();

            assertThat(hand.faults()).isEmpty();
            assertThat(hand.sent()).map(OtherFormsByHandTest::own).containsAll(FORMS);
        }
    }

    /** The id of a form's file: {@code ama.referral-referral} is one, {@code ama.intake-talk} is rendered from another. */
    static String own(String deployed) {
        return FormFiles.allWithOwn().contains(deployed) ? deployed : ProgrammeForms.form(deployed);
    }

    private void noraIsTakenInByATalkOfThree() {
        Case.referred(
                        world,
                        jdbc,
                        "ama",
                        AmaAnswers.SOCIAL_WORKER,
                        Answers.with(
                                AmaAnswers.referral(people.get(0), MONDAY),
                                "followsSwedish",
                                false,
                                "premiseAccepted",
                                false))
                .does(
                        AmaAnswers.SOCIAL_WORKER,
                        "userTask_correct",
                        Answers.of("withdrawn", false, "followsSwedish", true, "premiseAccepted", true))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.appointed(AmaAnswers.COACH))
                .does(AmaAnswers.COACH, "userTask_bookTalk", AmaAnswers.booked(MONDAY))
                .does(AmaAnswers.COACH, "userTask_holdTalk", AmaAnswers.takenIn(MONDAY))
                .does(AmaAnswers.COACH, "userTask_mapSituation", Answers.mapping())
                .does(AmaAnswers.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(AmaAnswers.COACH, "userTask_writeActionPlan", Answers.plan(MONDAY, "workplace"))
                .does(AmaAnswers.COACH, "userTask_answer", AmaAnswers.sipWanted())
                .isAt("userTask_invite", "userTask_holdTalk", "userTask_matchWorkplace");
    }

    private void staffSayWhoTheyAre() {
        world.starts(Case.LEAD, "staff", Answers.of("person", "coach2"));
        world.completes(Case.LEAD, "userTask_update", null, Answers.of("postPercent", 50, "phone", "070-174 06 05"));
        assertThat(jdbc.sql("select post_percent from staff where user_id = 'coach2'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        world.starts("coach2", "leave", LeaveAnswers.away(MONDAY.plusDays(1), MONDAY.plusDays(4), Case.COACH));
    }

    private void theLeadAnswersForTheFigures() {
        world.starts(Case.LEAD, "closing", Answers.of("year", 2026, "reason", null));
        world.completes(Case.LEAD, "userTask_sign", null, Answers.of("confirmed", true, "comment", "Ett bra år."));
        aQuarterIsOver(LocalDate.of(2026, 10, 1));
        world.completes(
                Case.LEAD,
                "userTask_compile",
                null,
                Answers.of("comment", "Fler remisser än förra kvartalet.", "agenda", "Nästa möte"));
        assertThat(jdbc.sql("select count(*) from frozen_year, steering_report where sent_on is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** As the programme's calendar opens its report. */
    private void aQuarterIsOver(LocalDate firstDay) {
        UUID report = UUID.randomUUID();
        jdbc.sql("insert into steering_report (id, programme, quarter) values (?, 'samboradet', ?)")
                .params(report, firstDay)
                .update();
        runtime.createMessageCorrelation("steering.coming")
                .setVariable("programme", "samboradet")
                .setVariable("firstDay", firstDay.toString())
                .setVariable("steeringId", report.toString())
                .correlateStartMessage();
        world.settles();
    }

    private void annaIsPresentedToHerUnit() {
        LocalDate until = MONDAY.plusMonths(6);
        Case anna = Case.referred(
                        world,
                        jdbc,
                        CASEWORKER,
                        Answers.with(Answers.referral(people.get(1), MONDAY), "consentUntil", until))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(MONDAY, "aktivitetsgrupp"));
        world.starts(
                Case.COACH,
                "milestone",
                Answers.of("caseNumber", anna.caseNumber, "event", "cbt-begun", "happenedOn", MONDAY));
        aReviewComes(MONDAY.plusDays(2));
        anna.does(Case.COACH, "userTask_prepare", Answers.of("nextStep", "Söka praktikplats"));
        world.passesTo(MONDAY.plusDays(2));
        world.completes(Case.LEAD, "userTask_minutes", null, Answers.of("outcome", "held"));
        anna.does(CASEWORKER, "userTask_receipt", Answers.of("read", true));
        world.passesTo(until.minusDays(30));
        anna.does(Case.COACH, "userTask_goOnWithout", Answers.of("goOn", true))
                .does(Case.COACH, "userTask_renew", ConsentAnswers.renewed(until.plusYears(1)));
    }

    /** As the programme's calendar opens it, for the unit from which the participant comes. */
    private void aReviewComes(LocalDate day) {
        UUID review = UUID.randomUUID();
        jdbc.sql("""
                        insert into review (id, programme, unit, day, prepare_on, call_on)
                        values (:id, 'samboradet', 'fk-botkyrka', :day, :today, :today)""")
                .param("id", review)
                .param("day", day)
                .param("today", world.today())
                .update();
        runtime.createMessageCorrelation("review.coming")
                .setVariable("programme", "samboradet")
                .setVariable("reviewId", review.toString())
                .correlateStartMessage();
        world.settles();
    }
}
