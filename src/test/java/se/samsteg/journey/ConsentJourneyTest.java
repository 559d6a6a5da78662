package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Information;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Refused;

/** What the participant allows, takes back and lets run out, while letters, tasks and the återremiss are on their way. */
@SamstegTest
class ConsentJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    OwnCases ownCases;

    @Autowired
    Consents given;

    private final List<String> people = IdentityNumbers.some(2);
    private int port;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
        port = sender.getPort();
    }

    @AfterEach
    void theMailServerIsBack() {
        sender.setPort(port);
    }

    private void theMailServerIsAway() {
        try (ServerSocket unused = new ServerSocket(0)) {
            sender.setPort(unused.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happens all the same while no mail gets out; the engine notes every attempt at its letter. */
    private void withoutMail(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException noMail) {
            assertThat(noMail).hasMessageContaining("Mail");
        }
    }

    private void withoutMailUntil(LocalDate day) {
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                world.passesTo(day);
                return;
            } catch (RuntimeException noMail) {
                assertThat(noMail).hasMessageContaining("Mail");
            }
        }
        throw new AssertionError("letters are tried without end");
    }

    /** What the lead does in Cockpit once the cause is mended. */
    private void theLeadRetriesWhatFailed() {
        sender.setPort(port);
        management.createJobQuery().noRetriesLeft().list().stream()
                .map(Job::getId)
                .forEach(job -> management.setJobRetries(job, 1));
        world.passesTo(world.today().plusDays(1));
    }

    private Case referred(int person, String caseworker) {
        return Case.referred(world, jdbc, caseworker, Answers.referral(people.get(person), world.today()));
    }

    private Case enrolled(Map<String, Object> referral) {
        return Case.referred(world, jdbc, CASEWORKER, referral)
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
    }

    private void withdraws(String user, Case someone, String authority, String... information) {
        world.starts(user, "consent", ConsentAnswers.withdrawal(someone.caseNumber, authority, information));
    }

    private void registers(String user, Case someone, String... authorities) {
        world.starts(
                user,
                "renewal",
                ConsentAnswers.consents(someone.caseNumber, world.today().plusYears(1), authorities));
    }

    private long registeredTo(String user) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith("Samtycke registrerat"))
                .count();
    }

    private Task task(String elementId, Case someone) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(elementId)
                .processInstanceBusinessKey(someone.caseNumber)
                .singleResult();
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(link -> link.getUserId() == null ? link.getGroupId() : link.getUserId())
                .sorted()
                .toList();
    }

    /** Whether Tasklist shows the user any task of the case. */
    private boolean sees(String user, Case someone) {
        return world.as(
                user,
                () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(someone.caseNumber)
                                .count()
                        > 0);
    }

    private boolean reads(String user, Case someone) {
        return world.as(user, () -> ownCases.find(someone.caseNumber)).isPresent();
    }

    private List<String> stopped() {
        return jdbc.sql("""
                        select recipient || ' ' || template || ': ' || stop_reason from letter
                        where stopped_on is not null order by 1""").query(String.class).list();
    }

    @Test
    void consentIsTakenBackForOneAuthorityWhileLettersWait() {
        Case anna = referred(0, CASEWORKER);
        Case bo = referred(1, "handlaggare.soc");
        LocalDate sitting = jdbc.sql("select min(day) from sitting where day > ?")
                .param(MONDAY)
                .query(LocalDate.class)
                .single();
        theMailServerIsAway();
        withoutMailUntil(sitting.minusDays(1));
        withoutMail(() -> anna.does("ledamot.soc", "userTask_assess", Answers.askForCompletion()));
        assertThat(task("userTask_complete", anna).getAssignee()).isEqualTo(CASEWORKER);
        assertThat(reads(CASEWORKER, anna)).isTrue();

        withoutMail(() -> withdraws(Case.LEAD, anna, "fk"));

        assertThat(stopped()).containsExactly("handlaggare.fk conference-completion: Samtycket är återkallat");
        assertThat(task("userTask_complete", anna).getAssignee()).isNull();
        assertThat(candidates(task("userTask_complete", anna))).containsExactly("programme-lead");
        assertThat(reads(CASEWORKER, anna)).isFalse();
        assertThat(sees(CASEWORKER, anna)).isFalse();
        assertThat(reads("handlaggare.soc", bo)).isTrue();
        assertThatThrownBy(() -> withdraws(CASEWORKER, anna, "af"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: inget pågående ärende");

        theLeadRetriesWhatFailed();

        assertThat(world.mailTo("ledamot.fk")).singleElement().asString().satisfies(agenda -> assertThat(agenda)
                .contains(bo.caseNumber, "1 ärende visas inte: samtycke saknas eller personuppgifterna är skyddade.")
                .doesNotContain(anna.caseNumber));
        for (String member : List.of("ledamot.af", "ledamot.soc", "ledamot.region")) {
            assertThat(world.mailTo(member)).singleElement().asString().satisfies(agenda -> assertThat(agenda)
                    .contains(anna.caseNumber, bo.caseNumber)
                    .doesNotContain("visas inte"));
        }
        assertThat(world.mailTo(CASEWORKER)).noneMatch(letter -> letter.contains("kompletteras"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("letter")
                        .count())
                .as("a stopped letter ends like the others")
                .isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();

        assertThat(candidates(task("userTask_settleConsent", anna))).containsExactly("programme-lead");
        assertThat(world.shown(Case.LEAD, "userTask_settleConsent", anna.caseNumber, "withdrawnFor")
                        .toString())
                .startsWith("Försäkringskassan: remissen och bedömningen, handlingsplan och återremiss")
                .contains(
                        "Begäran om komplettering till Försäkringskassan",
                        "Dagordning för utökat möte till Försäkringskassan",
                        "Samtycket är återkallat");
        anna.does(Case.LEAD, "userTask_complete", Answers.completion())
                .does(Case.LEAD, "userTask_settleConsent", Answers.of("continues", "unchanged"));
    }

    @Test
    void theReferralIsHiddenFromAnAuthorityWhileItsConsentIsWithdrawn() {
        Case anna = referred(0, CASEWORKER);
        world.takes("ledamot.af", "userTask_assess", anna.caseNumber);
        assertThat(candidates(task("userTask_assess", anna))).containsExactly("conference");

        withdraws(CASEWORKER, anna, "af", "referral");

        assertThat(task("userTask_assess", anna).getAssignee()).isNull();
        assertThat(candidates(task("userTask_assess", anna)))
                .containsExactly("ledamot.fk", "ledamot.region", "ledamot.soc");
        assertThat(sees("ledamot.af", anna)).isFalse();
        assertThat(sees("ledamot.soc", anna)).isTrue();
        assertThat(reads(CASEWORKER, anna)).as("the other consents go on").isTrue();

        registers(Case.LEAD, anna, "af");
        assertThat(candidates(task("userTask_assess", anna))).containsExactly("conference");
        assertThat(sees("ledamot.af", anna)).isTrue();

        for (String authority : List.of("af", "soc", "region")) {
            withdraws(Case.LEAD, anna, authority);
        }
        assertThat(candidates(task("userTask_assess", anna))).containsExactly("ledamot.fk");
        withdraws(Case.LEAD, anna, "fk");
        assertThat(candidates(task("userTask_assess", anna))).containsExactly("programme-lead");
    }

    @Test
    void whatTheParticipantHasTakenBackIsRegisteredAnewByCoachAndLeadOnly() {
        Case anna = enrolled(Answers.referral(people.get(0), world.today()));
        withdraws(CASEWORKER, anna, "fk", "plan");
        withdraws(Case.COACH, anna, "region");
        long before = consents(anna);

        for (List<String> authorities :
                List.of(List.of("fk"), List.of("region"), List.of("af", "fk"), List.of("soc", "region"))) {
            assertThatThrownBy(() -> registers(CASEWORKER, anna, authorities.toArray(String[]::new)))
                    .as("%s", authorities)
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "Samtycke: deltagaren har återkallat ett samtycke. Bara coachen eller projektledaren kan registrera ett nytt.");
        }
        assertThat(consents(anna)).isEqualTo(before);
        assertThat(registeredTo(Case.COACH)).isZero();

        registers(CASEWORKER, anna, "soc");
        assertThat(registeredTo(Case.COACH))
                .as("what was never taken back the caseworker may register, and the coach is told")
                .isEqualTo(1);
        registers(Case.COACH, anna, "fk");
        registers(Case.LEAD, anna, "region");
        assertThat(registeredTo(Case.COACH)).isEqualTo(3);
        assertThat(given.of(anna.caseNumber).may("fk", Information.PLAN)).isTrue();
        assertThat(given.registered(anna.caseNumber))
                .extracting(Consents.Registered::authority, Consents.Registered::registeredBy)
                .contains(tuple("soc", CASEWORKER), tuple("fk", Case.COACH), tuple("region", Case.LEAD));

        assertThatThrownBy(() -> registers(CASEWORKER, anna, "fk"))
                .as("the authority whose consent was taken back once never registers itself again")
                .isInstanceOf(Refused.class);
    }

    @Test
    void beforeThereIsACoachTheLeadAsksForWhatRunsOutAfterAWithdrawal() {
        LocalDate until = MONDAY.plusMonths(2);
        Case anna = Case.referred(
                world, jdbc, CASEWORKER, Answers.with(Answers.referral(people.get(0), MONDAY), "consentUntil", until));
        Case bo = Case.referred(
                world, jdbc, CASEWORKER, Answers.with(Answers.referral(people.get(1), MONDAY), "consentUntil", until));
        withdraws(Case.LEAD, anna, "fk", "plan");

        world.passesTo(until.minusDays(30));
        assertThat(task("userTask_renew", bo).getAssignee()).isEqualTo(CASEWORKER);
        assertThat(task("userTask_renew", anna).getAssignee()).isNull();
        assertThat(candidates(task("userTask_renew", anna))).containsExactly("programme-lead");
        bo.does(CASEWORKER, "userTask_renew", ConsentAnswers.renewed(until.plusYears(1)));
        assertThat(registeredTo(Case.LEAD)).as("there is no coach to tell").isEqualTo(1);
    }

    private long consents(Case someone) {
        return jdbc.sql("select count(*) from consent where case_number = ?")
                .param(someone.caseNumber)
                .query(Long.class)
                .single();
    }

    @Test
    void aReferralBackWithoutConsentStaysInTheFileAndTheExitGoesOn() {
        Case anna = enrolled(Answers.referral(people.get(0), world.today()));
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        withdraws(Case.COACH, anna, "fk", "plan");
        int before = world.mailTo(CASEWORKER).size();

        anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", world.today()))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());

        assertThat(world.endsOf("exit")).contains("endEvent_notShared", "endEvent_followupBegun");
        assertThat(world.endsOf("samboradet")).contains("endEvent_completed");
        assertThat(world.mailTo(Case.COACH))
                .anyMatch(letter -> letter.contains("inte skickats till den som remitterade")
                        && letter.contains("Skäl: Samtycket är återkallat."));
        assertThat(world.mailTo(CASEWORKER)).hasSize(before);
        assertThat(jdbc.sql("select count(*) from document where kind = 'referral-back'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_file where closed_on is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void consentTakenBackAfterTheCaseIsClosedTakesTheReferralBackFromTheCaseworker() {
        Case anna = enrolled(Answers.referral(people.get(0), world.today()));
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .does(Case.COACH, "userTask_measure", Answers.notMeasured())
                .does(Case.COACH, "userTask_recordOutcome", Answers.outcome("studies", "studies", world.today()))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.shortReferralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
        assertThat(task("userTask_receiveReferralBack", anna).getAssignee()).isEqualTo(CASEWORKER);

        withdraws(Case.COACH, anna, "fk", "referral");
        assertThat(task("userTask_receiveReferralBack", anna).getAssignee())
                .as("the återremiss is still allowed")
                .isEqualTo(CASEWORKER);
        withdraws(Case.COACH, anna, "fk", "plan");

        assertThat(task("userTask_receiveReferralBack", anna).getAssignee()).isNull();
        assertThat(candidates(task("userTask_receiveReferralBack", anna))).containsExactly("programme-lead");
        assertThat(reads(CASEWORKER, anna)).isFalse();
        assertThat(sees(CASEWORKER, anna)).isFalse();
    }

    @Test
    void consentsAreRenewedInTimeAndWhatIsNotRunsOutAtMidnight() {
        LocalDate until = MONDAY.plusMonths(3);
        Case anna = enrolled(Answers.with(Answers.referral(people.get(0), MONDAY), "consentUntil", until));
        world.passesTo(until.minusDays(31));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_renew");
        world.passesTo(until.minusDays(30));
        anna.isAt("userTask_renew");
        assertThat(task("userTask_renew", anna).getAssignee()).isEqualTo(Case.COACH);
        assertThat(remindersTo(Case.COACH)).isEqualTo(1);
        assertThat(world.shown(Case.COACH, "userTask_renew", anna.caseNumber, "runningOut")
                        .toString())
                .contains("Försäkringskassan: remissen och bedömningen, till och med " + until);
        assertThatThrownBy(() -> anna.does(Case.COACH, "userTask_renew", ConsentAnswers.renewed(until)))
                .hasMessageContaining("välj en senare dag");

        LocalDate renewed = until.plusMonths(3);
        anna.does(Case.COACH, "userTask_renew", ConsentAnswers.renewed(renewed));
        world.passesTo(until.plusDays(1));
        assertThat(reads(CASEWORKER, anna)).isTrue();
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_renew");

        world.passesTo(renewed.minusDays(30));
        anna.isAt("userTask_renew");
        world.passesTo(renewed);
        assertThat(reads(CASEWORKER, anna)).isTrue();
        assertThat(remindersTo(Case.COACH)).isEqualTo(2);
        world.passesTo(renewed.plusDays(1));

        assertThat(reads(CASEWORKER, anna)).isFalse();
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_renew");
        world.passesTo(renewed.plusMonths(2));
        assertThat(ranOutTo(Case.COACH)).isEqualTo(1);
        assertThat(watchers(anna)).isZero();
    }

    @Test
    void whatIsDeclinedGoesOnToItsLastDayAndNewConsentsInBetweenMoveTheWait() {
        LocalDate until = MONDAY.plusMonths(2);
        Case anna = enrolled(Answers.with(Answers.referral(people.get(0), MONDAY), "consentUntil", until));
        world.passesTo(until.minusDays(30));
        anna.does(Case.COACH, "userTask_renew", ConsentAnswers.declined());
        assertThat(reads(CASEWORKER, anna)).isTrue();

        LocalDate longer = until.plusYears(1);
        world.starts(Case.COACH, "renewal", ConsentAnswers.consents(anna.caseNumber, longer, "fk"));
        world.passesTo(until.plusDays(1));
        assertThat(ranOutTo(Case.COACH)).as("the other three").isEqualTo(1);
        assertThat(reads(CASEWORKER, anna)).isTrue();
        assertThat(watchers(anna)).isEqualTo(1);
        assertThat(remindersTo(Case.COACH)).isEqualTo(1);
    }

    private long watchers(Case someone) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("renewal")
                .processInstanceBusinessKey(someone.caseNumber)
                .count();
    }

    private long remindersTo(String user) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith("Samtycke går snart ut"))
                .count();
    }

    private long ranOutTo(String user) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith("Samtycke har gått ut"))
                .count();
    }
}
