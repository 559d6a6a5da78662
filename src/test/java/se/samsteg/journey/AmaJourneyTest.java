package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;

/** AMA from referral to one year after exit: another programme of another association, of the same phases. */
@SamstegTest
class AmaJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String ANNA = "19800101-9804";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    private Case referred(Map<String, Object> referral) {
        return Case.referred(world, jdbc, "ama", AmaAnswers.SOCIAL_WORKER, referral);
    }

    private Case takenIn() {
        return referred(AmaAnswers.referral(ANNA, world.today()))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.appointed(AmaAnswers.COACH))
                .does(AmaAnswers.COACH, "userTask_bookTalk", AmaAnswers.booked(world.today()))
                .does(AmaAnswers.COACH, "userTask_holdTalk", AmaAnswers.takenIn(world.today()));
    }

    @Test
    void fromThreePartyTalkToStockholmsjobb() throws Exception {
        Case anna = takenIn();
        assertThat(anna.caseNumber).startsWith("AMA-");
        anna.does(AmaAnswers.COACH, "userTask_mapSituation", Answers.mapping())
                .does(AmaAnswers.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(AmaAnswers.COACH, "userTask_writeActionPlan", Answers.plan(world.today(), "workplace"));
        anna.isAt("userTask_holdTalk", "userTask_matchWorkplace");
        anna.does(AmaAnswers.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(AmaAnswers.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()))
                .does(AmaAnswers.CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered())
                .does(AmaAnswers.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()))
                .does(AmaAnswers.COACH, "userTask_measure", Answers.exitMeasurement());

        LocalDate exit = world.today();
        anna.does(
                        AmaAnswers.COACH,
                        "userTask_recordOutcome",
                        Answers.with(
                                Answers.outcome("job", "stockholmsjobb", exit),
                                "continuation",
                                null,
                                "continuationNote",
                                null,
                                "lasting",
                                "yes",
                                "handoverAgreed",
                                "yes",
                                "oneYearAgreed",
                                "yes"))
                .does(AmaAnswers.COACH, "userTask_writeReferralBack", Answers.shortReferralBack())
                .does(AmaAnswers.LEAD, "userTask_approveReferralBack", Answers.approve());
        assertThat(world.mailTo("jobbtorg.vallingby"))
                .singleElement()
                .asString()
                .contains(anna.caseNumber)
                .doesNotContain(Answers.MARKER);
        world.passesTo(exit.plusMonths(4));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_contact", "userTask_firstFollowUp");
        world.passesTo(exit.plusYears(1));
        anna.does(AmaAnswers.COACH, "userTask_followUpOneYear", Answers.afterOneYear());
        assertThat(world.endsOf("followup")).contains("endEvent_answered");
        assertThat(world.endsOf("ama")).contains("endEvent_completed");
        assertThat(Visit.text(new Visit(port)
                                .logIn(AmaAnswers.LEAD)
                                .get("camunda/api/samsteg/results.csv?programme=ama&from=%s&to=%s"
                                        .formatted(exit.minusYears(1), exit)))
                        .lines()
                        .filter(line -> line.startsWith("ladder;") && line.contains(";part;")))
                .as("one who leaves by a decision on the next step leaves once")
                .singleElement()
                .asString()
                .contains(";workplace>exit;", " → Utslussning;1;");
    }

    @Test
    void theReferralKeepsWhatOnlyAmaAsksAndIsReadInItsWords() {
        Case anna = referred(AmaAnswers.referral(ANNA, world.today()));
        assertThat(jdbc.sql("""
                                select content ->> 'hopes', content -> 'obstacles' ->> 2 from fact
                                where case_number = ? and kind = 'referral-referral'""")
                        .param(anna.caseNumber)
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .single())
                .isEqualTo("feel-better isolation");
        assertThat(world.shown(AmaAnswers.LEAD, "userTask_appoint", anna.caseNumber, "referralText"))
                .asString()
                .contains("Vad hoppas personen på? Må bättre", "Hinder: Smärta eller fysisk ohälsa");
    }

    @Test
    void aReferralThatMissesACriterionIsCorrectedInAmasOwnForm() {
        Case anna = referred(Answers.with(
                AmaAnswers.referral(ANNA, world.today()), "followsSwedish", false, "premiseAccepted", false));
        anna.isAt("userTask_correct");
        assertThat(world.shown(AmaAnswers.SOCIAL_WORKER, "userTask_correct", anna.caseNumber, "unmet"))
                .asString()
                .contains("svenska", "frivilligt")
                .doesNotContain("myndigheter");
        anna.does(
                AmaAnswers.SOCIAL_WORKER,
                "userTask_correct",
                Answers.of(
                        "withdrawn", false,
                        "exceptionAsked", false,
                        "socialAssistance", true,
                        "noBenefitGroundingIncome", true,
                        "sickLeaveDegree", "100",
                        "followsSwedish", true,
                        "premiseAccepted", true,
                        "comment", "Förväxlat"));
        anna.isAt("userTask_appoint");
    }
}
