package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samsteg.engine.TestDatabase;

/** What happens between the steps is begun, the application is started anew in the middle, and all of it goes on. */
@Tag("own-jvm")
class RestartTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String OTHER_COACH = "coach2";

    private final List<String> people = IdentityNumbers.some(6);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void theMailServerRuns() {
        mail.start();
    }

    @AfterEach
    void theMailServerStops() {
        mail.stop();
        ClockUtil.reset();
    }

    private ConfigurableApplicationContext started() {
        return StartedApplication.on(TestDatabase.withRoles("restart"), mail);
    }

    private Case referred(World world, JdbcClient jdbc, int person) {
        return Case.referred(world, jdbc, CASEWORKER, Answers.referral(people.get(person), world.today()));
    }

    private Case enrolled(World world, JdbcClient jdbc, int person, Map<String, Object> plan) {
        return referred(world, jdbc, person).admitted().enrolledWithAPlan(plan);
    }

    private static void theMailServerIsAway(JavaMailSenderImpl sender) throws IOException {
        try (ServerSocket unused = new ServerSocket(0)) {
            sender.setPort(unused.getLocalPort());
        }
    }

    @Test
    void nothingIsLostWhenTheApplicationIsStartedAnewInTheMiddle() throws IOException {
        Case missing;
        Case waitingForOthers;
        Case changingCoach;
        Case takingBack;
        Case hiding;
        try (var application = started()) {
            World world = application.getBean(World.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            world.begin(MONDAY);
            Map<String, Object> plan = Answers.plan(MONDAY, "workplace");

            missing = enrolled(world, jdbc, 0, plan)
                    .does(Case.COACH, "userTask_holdTalk", AbsenceAnswers.talkNotHeld("absent", MONDAY.plusWeeks(1)));
            waitingForOthers = enrolled(
                    world,
                    jdbc,
                    1,
                    MeasureAnswers.planWithAPsychologist(MONDAY, MONDAY.plusDays(10), MONDAY.plusMonths(3)));
            world.starts(Case.COACH, "sip", SipAnswers.request(waitingForOthers.caseNumber));
            waitingForOthers
                    .does(CASEWORKER, "userTask_invite", SipAnswers.call(MONDAY.plusDays(1)))
                    .does(Case.COACH, "userTask_document", SipAnswers.doctorAbsent());
            changingCoach = referred(world, jdbc, 2).does("ledamot.soc", "userTask_assess", Answers.admit(OTHER_COACH));
            world.starts(Case.LEAD, "handover", HandoverAnswers.quits(OTHER_COACH));
            takingBack = enrolled(world, jdbc, 3, plan);
            world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(takingBack.caseNumber, "af"));
            hiding = enrolled(world, jdbc, 4, plan);
            world.starts(
                    Case.COACH,
                    "protection",
                    Answers.of("caseNumber", hiding.caseNumber, "kind", "protected-registration", "since", MONDAY));

            TestDatabase.superuser("restart").sql("""
                            insert into log.access_log (viewed_at, user_id, role, authority, tenant, what, denied)
                            select cast(? as timestamp) at time zone 'Europe/Stockholm', 'handlaggare.af2', 'caseworker-af',
                              'af', 'botkyrka', 'task', 'not-own' from generate_series(1, 11)
                              """).param(MONDAY + " 08:30").update();
            theMailServerIsAway(application.getBean(JavaMailSenderImpl.class));
            assertThatThrownBy(() -> referred(world, jdbc, 5)).hasMessageContaining("Mail");
        }

        try (var application = started()) {
            World world = application.getBean(World.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);

            world.settles();
            assertThat(world.mailTo(Case.LEAD))
                    .filteredOn(letter -> letter.contains("handlaggare.af2 har nekats 11 gånger " + MONDAY))
                    .hasSize(1);

            String waiting = jdbc.sql(
                            "select case_number from letter where template = 'referral-receipt' and sent_at is null")
                    .query(String.class)
                    .single();
            world.passes(Period.ofDays(1));
            assertThat(world.mailTo(CASEWORKER))
                    .filteredOn(letter -> letter.contains(waiting))
                    .hasSize(1);

            missing.in(world)
                    .does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(world.today()))
                    .does(
                            Case.COACH,
                            "userTask_holdTalk",
                            AbsenceAnswers.talkNotHeld("absent", world.today().plusWeeks(1)))
                    .does(
                            Case.COACH,
                            "userTask_holdTalk",
                            AbsenceAnswers.talkNotHeld("absent", world.today().plusWeeks(2)))
                    .isAt("userTask_contactAuthority");

            LocalDate meeting = world.today();
            waitingForOthers
                    .in(world)
                    .does(CASEWORKER, "userTask_invite", SipAnswers.call(meeting.plusDays(1)))
                    .does(Case.COACH, "userTask_document", SipAnswers.held(meeting));
            assertThat(world.openTasks(waitingForOthers.caseNumber).stream()
                            .filter("userTask_followUp"::equals)
                            .count())
                    .isEqualTo(3);

            world.completes(Case.LEAD, "userTask_select", null, HandoverAnswers.allTo(Case.COACH));
            assertThat(world.ownerOf("userTask_summon", changingCoach.caseNumber))
                    .isEqualTo(Case.COACH);

            takingBack.in(world).does(Case.COACH, "userTask_settleConsent", Answers.of("continues", "unchanged"));
            assertThat(world.shown(Case.COACH, "userTask_holdTalk", hiding.caseNumber, "participant"))
                    .isEqualTo("Skyddade personuppgifter");

            world.passesTo(MONDAY.plusDays(11));
            assertThat(world.mailTo(Case.COACH))
                    .filteredOn(letter -> letter.contains(waitingForOthers.caseNumber))
                    .isNotEmpty();
            waitingForOthers.in(world).isAt("userTask_followUpMeasure");
        }
    }
}
