package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** SamBorådet from referral to one year after exit, a story for every way out. */
@SamstegTest
class JourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String ANNA = "19800101-9804";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    private Case referred() {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(ANNA, world.today()));
    }

    @Test
    void toWorkAndStillAtWorkAYearAfter() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        assertThat(world.mailTo("handlaggare.fk")).anyMatch(letter -> letter.contains(anna.caseNumber));
        anna.isAt("userTask_holdTalk", "userTask_matchWorkplace");
        world.passes(Period.ofWeeks(2));
        anna.isAt("userTask_checkIn");
        anna.does(Case.COACH, "userTask_holdTalk", Answers.talk(world.today().plusWeeks(2)));
        anna.introducedToAWorkplace()
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
        anna.isAt("userTask_measure");

        LocalDate exit = world.today();
        anna.exited(
                Answers.exitMeasurement(), Answers.outcome("job", "regular-work", exit), Answers.shortReferralBack());
        assertThat(world.endsOf("samboradet")).contains("endEvent_completed");
        assertThat(jdbc.sql("select count(*) from document where case_number = ? and kind = 'referral-back'")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        world.passesTo(exit.plusMonths(1));
        anna.does(Case.COACH, "userTask_contact", Answers.contact());
        world.passesTo(exit.plusMonths(3));
        anna.does(Case.COACH, "userTask_contact", Answers.contact());

        int before = world.mailTo(Case.COACH).size();
        world.passesTo(exit.plusYears(1).minusDays(14));
        assertThat(world.mailTo(Case.COACH)).hasSize(before + 1);
        world.passesTo(exit.plusYears(1).minusDays(1));
        anna.hasNoTasks();
        world.passesTo(exit.plusYears(1));
        anna.isAt("userTask_followUpOneYear");
        anna.does(Case.COACH, "userTask_followUpOneYear", Answers.afterOneYear());
        anna.hasNoTasks();
        assertThat(world.endsOf("followup")).contains("endEvent_answered");
    }

    @Test
    void toStudiesAndNeverReachedAgain() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        LocalDate exit = world.today();
        anna.exited(Answers.notMeasured(), Answers.outcome("studies", "studies", exit), Answers.shortReferralBack());

        world.passesTo(exit.plusYears(1).plusDays(7));
        assertThat(world.mailTo(Case.COACH)).anyMatch(letter -> letter.startsWith("Påminnelse"));
        world.passesTo(exit.plusYears(1).plusDays(30));
        for (int attempt = 0; attempt < 3; attempt++) {
            anna.does(
                    world.ownerOf("userTask_followUpOneYear", anna.caseNumber),
                    "userTask_followUpOneYear",
                    Answers.notReached());
            world.passes(Period.ofDays(1));
        }
        assertThat(world.endsOf("followup")).contains("endEvent_missing").doesNotContain("endEvent_answered");
    }

    @Test
    void planCompletedWithoutAJob() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        anna.exited(
                Answers.exitMeasurement(),
                Answers.outcome("plan-completed", "other-authority", world.today()),
                Answers.referralBack());

        assertThat(world.endsOf("samboradet")).contains("endEvent_completed");
        assertThat(world.mailTo("handlaggare.fk")).anyMatch(letter -> letter.contains("återremiss"));
    }

    @Test
    void completedOnRequestAndThenReturnedWithAJointRecommendation() {
        Case anna = referred().does("ledamot.soc", "userTask_assess", Answers.askForCompletion());
        world.passes(Period.ofDays(7));
        assertThat(world.mailTo("handlaggare.fk")).anyMatch(letter -> letter.contains("Påminnelse"));
        anna.does("handlaggare.fk", "userTask_complete", Answers.completion());
        anna.does("ledamot.af", "userTask_assess", Answers.recommend());
        anna.does("handlaggare.fk", "userTask_receiveRecommendation", Answers.of());

        anna.hasNoTasks();
        assertThat(world.endsOf("samboradet")).containsExactly("endEvent_recommendedElsewhere");
        assertThat(jdbc.sql("select count(*) from document where case_number = ?")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void withdrawnByTheReferrer() {
        Case anna = referred().isAt("userTask_assess");
        world.starts(
                "handlaggare.fk",
                "interruption",
                Answers.of(
                        "caseNumber", anna.caseNumber, "ground", "other", "explanation", "Återtas " + Answers.MARKER));

        anna.hasNoTasks();
        assertThat(world.endsOf("samboradet")).containsExactly("endEvent_referralWithdrawn");
        assertThat(referred().caseNumber).isNotEqualTo(anna.caseNumber); // the old case is closed
    }

    @Test
    void movedAwayDuringTheInsats() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        world.starts(
                Case.COACH,
                "interruption",
                Answers.of(
                        "caseNumber", anna.caseNumber, "ground", "moved", "explanation", "Flyttar " + Answers.MARKER));

        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_measure");
        anna.exited(
                Answers.notMeasured(), Answers.outcome("hindrance", "moved", world.today()), Answers.referralBack());
        assertThat(world.endsOf("samboradet")).contains("endEvent_discontinued").doesNotContain("endEvent_completed");
    }

    @Test
    void aWaitingPersonIsSummonedWhenAnotherDeclinesThePlace() {
        jdbc.sql("update case_counter set last = 0").update();
        List<String> people = IdentityNumbers.some(51);
        Case first = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(0), world.today()))
                .admitted();
        for (int n = 1; n < 50; n++) {
            Case.referred(world, jdbc, "handlaggare.soc", Answers.referral(people.get(n), world.today()))
                    .admitted();
        }
        Case last = Case.referred(world, jdbc, "handlaggare.af", Answers.referral(people.get(50), world.today()))
                .admitted();
        last.hasNoTasks();
        world.passes(Period.ofMonths(1));
        assertThat(world.mailTo("handlaggare.af"))
                .anyMatch(letter -> letter.contains(last.caseNumber) && letter.contains("i kön"));

        first.does(Case.COACH, "userTask_summon", Answers.declined(world.today(), "declined"));

        last.isAt("userTask_summon");
        assertThat(world.endsOf("samboradet")).contains("endEvent_placeDeclined");
    }

    @Test
    void consentTakenBackStopsAtOnceAndTheCoachSettlesWhatMayContinue() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        world.starts(
                Case.COACH,
                "consent",
                Answers.of("caseNumber", anna.caseNumber, "authorities", List.of("af"), "note", Answers.MARKER));

        assertThat(jdbc.sql("select authority from consent where case_number = ? and withdrawn_on is null")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder("fk", "soc", "region");
        anna.isAt("userTask_settleConsent", "userTask_holdTalk"); // everything else goes on meanwhile
        anna.does(Case.COACH, "userTask_settleConsent", Answers.of("continues", "unchanged"));
    }

    @Test
    void aForeignAndAMadeUpCaseNumberGetTheSameAnswer() {
        Case anna = referred();
        Map<String, Object> request = Answers.of("ground", "other", "explanation", "Prövar");
        String foreign = refusal("handlaggare.af", Answers.with(request, "caseNumber", anna.caseNumber));
        String madeUp = refusal("handlaggare.af", Answers.with(request, "caseNumber", "SB-2020-9999"));

        assertThat(foreign).isEqualTo(madeUp).startsWith("Ärende: ");
        anna.isAt("userTask_assess");
    }

    private String refusal(String user, Map<String, Object> request) {
        return String.valueOf(assertThrows(Refused.class, () -> world.starts(user, "interruption", request))
                .getMessage());
    }
}
