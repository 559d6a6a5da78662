package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.admission.Admission;
import se.samsteg.desk.Visit;

/** What the lead reads of cases that staff have played through the application. */
@SamstegTest
class ResultsJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Admission admission;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private final List<String> people = IdentityNumbers.some(8);
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    private Case referred(int person) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(person), world.today()));
    }

    private Case onTheLadder(int person) {
        return referred(person).admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
    }

    private Case leaves(Case someone, Map<String, Object> measurement, String ground, String outcome) {
        return someone.does(Case.COACH, "userTask_measure", measurement)
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.with(Answers.outcome(ground, outcome, world.today()), "occupation", "working"))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private JsonNode figures(String lead, String programme, LocalDate from, LocalDate to) {
        try {
            return json.readTree(Visit.text(new Visit(port)
                            .logIn(lead)
                            .get("camunda/api/samsteg/results?programme=%s&from=%s&to=%s&by=sex"
                                    .formatted(programme, from, to))))
                    .get("figures");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode figures() {
        return figures(Case.LEAD, "samboradet", MONDAY, LocalDate.of(2027, 12, 31));
    }

    private static JsonNode figure(JsonNode figures, String id) {
        for (JsonNode figure : figures) {
            if (figure.get("id").asText().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + id);
    }

    private static int count(JsonNode figures, String id) {
        return figure(figures, id).get("count").asInt();
    }

    private static int part(JsonNode figures, String id, String code) {
        for (JsonNode part : figure(figures, id).get("parts")) {
            if (part.get("code").asText().equals(code)) {
                return part.get("count").asInt();
            }
        }
        return 0;
    }

    @Test
    void whyTheConferenceOrThePersonSaidNoIsCounted() {
        referred(1).does("ledamot.soc", "userTask_assess", Answers.recommend());
        referred(2).admitted().does(Case.COACH, "userTask_summon", Answers.declined(world.today(), "not-reached"));
        referred(3).admitted();

        JsonNode figures = figures();
        assertThat(count(figures, "referrals.notIn.care-first")).isEqualTo(1);
        assertThat(count(figures, "referrals.notIn.not-reached")).isEqualTo(1);
        assertThat(count(figures, "referrals.notIn.declined")).isZero();
        assertThat(figure(figures, "referrals.notIn.care-first").get("label").asText())
                .contains("Vård eller behandling måste komma först");
    }

    @Test
    void whatStaffRecordIsWhatTheLeadReads() {
        Case anna = onTheLadder(0).does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        leaves(anna, Answers.exitMeasurement(), "job", "regular-work");
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(anna.caseworker, "userTask_answerRecommendations", Answers.answersToRecommendations());
        referred(1).does("ledamot.soc", "userTask_assess", Answers.recommend());
        referred(2).does("ledamot.soc", "userTask_assess", Answers.askForCompletion());
        Case early = onTheLadder(3);
        world.starts(Case.COACH, "interruption", Answers.interruption(early.caseNumber, "moved"));
        leaves(early, Answers.notMeasured(), "hindrance", "moved");
        Case dead = onTheLadder(4);
        world.starts(
                Case.COACH,
                "departure",
                Answers.of("caseNumber", dead.caseNumber, "reason", "deceased", "happenedOn", MONDAY));
        Case running = onTheLadder(5);
        Case again = Case.referred(
                world,
                jdbc,
                "handlaggare.af",
                Answers.with(Answers.referral(people.get(5), world.today()), "lastName", "Felstavad"));
        again.does(
                Case.LEAD,
                "userTask_reviewDuplicate",
                Answers.of(
                        "decision",
                        "join",
                        "assessment",
                        "Se ärendet",
                        "recommendation",
                        "Kontakt med coachen",
                        "note",
                        "Samma person"));

        JsonNode figures = figures();
        assertThat(count(figures, "referrals.received")).isEqualTo(6);
        assertThat(count(figures, "referrals.duplicates")).isEqualTo(1);
        assertThat(count(figures, "referrals.takenUp")).isEqualTo(6);
        assertThat(figure(figures, "referrals.takenUp").get("unaccounted").asInt())
                .as("one is to be completed")
                .isEqualTo(1);
        assertThat(count(figures, "referrals.called")).isEqualTo(4);
        assertThat(part(figures, "referrals.returned", "with-plan")).isEqualTo(1);
        assertThat(count(figures, "conference.persons")).isEqualTo(6);
        assertThat(count(figures, "exits.total")).isEqualTo(3);
        assertThat(part(figures, "exits.total", "deceased")).isEqualTo(1);
        assertThat(part(figures, "exits.total", "moved")).isEqualTo(1);
        assertThat(count(figures, "goal1")).isEqualTo(1);
        assertThat(figure(figures, "goal1").get("of").asInt()).isEqualTo(1);
        assertThat(figure(figures, "goal1").get("missing").asInt()).isEqualTo(1);
        assertThat(count(figures, "goal2")).isEqualTo(1);
        assertThat(figure(figures, "goal2").get("of").asInt()).isEqualTo(2);
        assertThat(count(figures, "goal3")).isEqualTo(5);
        assertThat(count(figures, "stock.current")).isEqualTo(1);
        assertThat(count(figures, "coaching")).isEqualTo(1);
        assertThat(count(figures, "coaching.early")).isEqualTo(1);
        assertThat(part(figures, "recommendations", "followed")).isEqualTo(1);
        assertThat(figure(figures, "recommendations").get("missing").asInt()).isEqualTo(1);
        assertThat(count(figures, "partners.answer.fk")).isEqualTo(1);
        assertThat(part(figures, "livelihood", "sickness-benefit>salary")).isEqualTo(2);
        assertThat(count(figures, "workOrStudies")).isEqualTo(2);
        assertThat(part(figures, "coaching.load", "most")).isEqualTo(2);
        assertThat(figure(figures, "cases").get("by")).singleElement().satisfies(slice -> {
            assertThat(slice.get("code").asText()).isEqualTo("woman");
            assertThat(slice.get("count").asInt()).isEqualTo(6);
        });
        running.isAt("userTask_matchWorkplace");
    }

    @Test
    void anExitThatWasUndoneIsNoneAndACorrectedOutcomeIsCountedAsItStands() {
        Case anna = onTheLadder(0).does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        leaves(anna, Answers.exitMeasurement(), "drop-out", "drop-out");
        assertThat(part(figures(), "exits.total", "drop-out")).isEqualTo(1);
        String fact = jdbc.sql("select id::text from current_fact where case_number = ? and kind = 'exit-outcome'")
                .param(anna.caseNumber)
                .query(String.class)
                .single();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", "whole." + fact))
                .does(
                        Case.COACH,
                        "userTask_correctOutcome",
                        Answers.with(
                                Answers.outcome("job", "regular-work", world.today()),
                                "action",
                                "correct",
                                "askedBy",
                                "staff",
                                "why",
                                "Hon hade fått jobb"));
        JsonNode corrected = figures();
        assertThat(part(corrected, "exits.total", "drop-out")).isZero();
        assertThat(count(corrected, "goal2")).isEqualTo(1);

        world.starts(Case.COACH, "reopening", Answers.of("caseNumber", anna.caseNumber, "why", "Jobbet blev inte av"));
        JsonNode reopened = figures();
        assertThat(count(reopened, "exits.total")).isZero();
        assertThat(count(reopened, "stock.current")).isEqualTo(1);
        assertThat(figure(reopened, "goal1").get("of").asInt()).isZero();
    }

    @Test
    void aPlaceThatComesFreeEndsTheWait() {
        theProgrammeIsFull();
        referred(0).admitted();
        assertThat(count(figures(), "referrals.waiting")).isEqualTo(1);
        admission.freePlace("SB-2020-1001");
        JsonNode figures = figures();
        assertThat(count(figures, "referrals.waiting")).isZero();
        assertThat(count(figures, "time.waiting")).isEqualTo(1);
    }

    private void theProgrammeIsFull() {
        jdbc.sql("""
                        insert into person (id, no_number_reason, first_name, last_name, sex, municipality, tenant)
                        values ('00000000-0000-0000-0000-000000000001', 'prov', 'Bo', 'Ek', 'man', '0127', 'botkyrka')
                        """).update();
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, coach)
                        select 'SB-2020-' || (1000 + n), 'samboradet', '00000000-0000-0000-0000-000000000001',
                          'handlaggare.soc', 'soc', '2020-01-01', null from generate_series(1, 50) as n""").update();
        jdbc.sql("""
                        insert into place (programme, case_number, taken_on)
                        select programme, case_number, '2020-01-01' from case_file where case_number like 'SB-2020-%'
                        """).update();
    }

    @Test
    void amasTalkIsItsIntakeAndAYearAfterItIsAsked() {
        Case anna = Case.referred(
                        world, jdbc, "ama", AmaAnswers.SOCIAL_WORKER, AmaAnswers.referral(people.get(0), MONDAY))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.appointed(AmaAnswers.COACH))
                .does(AmaAnswers.COACH, "userTask_bookTalk", AmaAnswers.booked(MONDAY))
                .does(AmaAnswers.COACH, "userTask_holdTalk", AmaAnswers.takenIn(MONDAY))
                .does(AmaAnswers.COACH, "userTask_mapSituation", Answers.mapping())
                .does(AmaAnswers.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(AmaAnswers.COACH, "userTask_writeActionPlan", Answers.plan(MONDAY, "workplace"));
        Case.referred(world, jdbc, "ama", AmaAnswers.SOCIAL_WORKER, AmaAnswers.referral(people.get(1), MONDAY))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.notTakenUp("care-first"));
        JsonNode figures = figures(AmaAnswers.LEAD, "ama", MONDAY, LocalDate.of(2027, 12, 31));
        assertThat(count(figures, "referrals.received")).isEqualTo(2);
        assertThat(count(figures, "referrals.called")).isEqualTo(1);
        assertThat(count(figures, "referrals.notIn.care-first")).isEqualTo(1);
        assertThat(count(figures, "stock.current")).isEqualTo(1);
        assertThat(count(figures, "time.phase.planning")).isEqualTo(1);

        world.starts(AmaAnswers.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));
        anna.does(AmaAnswers.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        AmaAnswers.COACH,
                        "userTask_recordOutcome",
                        Answers.with(
                                Answers.outcome("hindrance", "moved", MONDAY),
                                "occupation",
                                "working",
                                "continuation",
                                "housing-support"));
        world.passes(Period.ofYears(1));
        anna.does(AmaAnswers.COACH, "userTask_followUpOneYear", Answers.with(Answers.afterOneYear(), "became1", null));
        JsonNode after = figures(AmaAnswers.LEAD, "ama", MONDAY, MONDAY.plusYears(1));
        assertThat(count(after, "oneYear")).isEqualTo(1);
        assertThat(part(after, "oneYear", "held")).isEqualTo(1);
        assertThat(count(after, "sickLeave")).isEqualTo(1);
        assertThat(count(after, "continuation")).isEqualTo(1);
    }

    // ---- what is missing

    private String page(String user, String path) throws Exception {
        return Visit.text(new Visit(port).logIn(user).get(path));
    }

    @Test
    void whatAFigureLacksStandsInTheListUntilItIsFilledIn() throws Exception {
        Case anna = onTheLadder(0).does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        leaves(anna, Answers.exitMeasurement(), "job", "regular-work");
        String nextYear = "camunda/api/samsteg/missing?programme=samboradet&from=2028-01-01&to=2028-12-31";
        world.passesTo(MONDAY.plusYears(1));
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_followUpOneYear")
                .singleResult()
                .getId();
        assertThat(page(Case.LEAD, nextYear))
                .contains("/arende/" + anna.caseNumber, "Svar efter ett år", "öppna uppgiften Följ upp efter ett år")
                .contains("href=\"/camunda/app/tasklist/default/#/?task=" + task + "\"");
        anna.does(Case.COACH, "userTask_followUpOneYear", Answers.afterOneYear());
        assertThat(page(Case.LEAD, nextYear)).contains("Inget saknas").doesNotContain(anna.caseNumber);
        assertThat(new Visit(port).logIn(Case.COACH).get(nextYear).statusCode()).isEqualTo(403);
    }

    /** The job that closes the case on the day of the exit records no fact. */
    @Test
    void aPromiseThatEndsWithTheCaseIsCountedAsEnded() {
        Case anna = referred(0)
                .admitted()
                .enrolledWithAPlan(Answers.with(Answers.plan(MONDAY, "workplace"), "step1Responsible", "region"))
                .does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.with(
                                Answers.outcome("job", "regular-work", MONDAY.plusWeeks(1)), "occupation", "working"));
        assertThat(part(figures(), "measures", "open")).isEqualTo(1);
        world.passes(Period.ofWeeks(2));
        assertThat(part(figures(), "measures", "open")).isZero();
        assertThat(count(figures(), "exits.total")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"deceased, deceased", "declines-contact, declined", "moved-abroad, other"})
    void whoCannotBeAskedAYearAfterIsMissingForThatReason(String told, String reason) throws Exception {
        Case anna = onTheLadder(0).does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        leaves(anna, Answers.exitMeasurement(), "job", "regular-work");
        world.passes(Period.ofMonths(2));
        world.starts(
                Case.COACH,
                "departure",
                Answers.of("caseNumber", anna.caseNumber, "reason", told, "happenedOn", world.today()));
        JsonNode year = figure(figures(Case.LEAD, "samboradet", MONDAY.plusYears(1), MONDAY.plusYears(1)), "oneYear");
        assertThat(year.get("of").asInt()).isEqualTo(1);
        assertThat(year.get("missingReasons").toString()).contains("\"code\":\"" + reason + "\"");
        assertThat(page(Case.LEAD, "camunda/api/samsteg/missing?programme=samboradet&from=2028-01-01&to=2028-12-31"))
                .contains("Inget saknas");
    }

    @Test
    void whatACompletedFormLacksLeadsToACorrection() throws Exception {
        referred(0)
                .admitted()
                .does(Case.COACH, "userTask_summon", Answers.summons(MONDAY.plusWeeks(1)))
                .does(Case.COACH, "userTask_holdEnrolment", Answers.enrolment(MONDAY))
                .does(Case.COACH, "userTask_mapSituation", Answers.with(Answers.mapping(), "monthsOnSupport", null));
        String year = "camunda/api/samsteg/missing?programme=samboradet&from=2027-01-01&to=2027-12-31";
        assertThat(page(Case.LEAD, year))
                .contains("Tid med offentlig försörjning", "rätta svaret i Gör kartläggning: Rättelse")
                .contains("href=\"/camunda/app/tasklist/default/#/?processStart=rectification\"");
    }

    // ---- to show the participant

    @Test
    void theParticipantIsShownTheOwnGoalTheStepsAndEachAnswerOverTime() throws Exception {
        Case anna = onTheLadder(0).does(Case.COACH, "userTask_holdTalk", Answers.talk(MONDAY.plusWeeks(2)));
        String path = "camunda/api/samsteg/development/" + anna.caseNumber;
        assertThat(page(Case.COACH, path))
                .contains("Jag vill arbeta i trädgård", "Arbetsplatsintroduktion, från " + MONDAY, "Fysisk hälsa")
                .containsPattern("(?s)<td>3</td>.*<td>5</td>")
                .doesNotContain("Självkänsla");
        assertThat(new Visit(port)
                        .logIn(Case.COACH)
                        .get(path + "/pdf")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(new Visit(port).logIn(anna.caseworker).get(path).statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from log.access_log where what = 'development' and case_number = ?")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .as("the page, the PDF and the refusal")
                .isEqualTo(3);
    }
}
