package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** Anna has left, and then it turns out that the outcome was another, or that she has not left at all. */
@SamstegTest
class OutcomeJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    private Case anna;

    @BeforeEach
    void annaHasDroppedOut() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"))
                .does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .does(Case.COACH, "userTask_measure", Answers.exitMeasurement());
        leaves("drop-out", "drop-out");
    }

    private void leaves(String ground, String mainOutcome) {
        anna.does(Case.COACH, "userTask_recordOutcome", Answers.outcome(ground, mainOutcome, world.today()))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private List<Map<String, Object>> exits() {
        return jdbc.sql("select exit_on::text, ground, main_outcome from case_exit where case_number = ?")
                .param(anna.caseNumber)
                .query()
                .listOfRows();
    }

    private void corrects(String ground, String mainOutcome) {
        chooses();
        anna.does(Case.COACH, "userTask_correctOutcome", outcome(ground, mainOutcome));
    }

    private void chooses() {
        String fact = jdbc.sql("select id::text from current_fact where case_number = ? and kind = 'exit-outcome'")
                .param(anna.caseNumber)
                .query(String.class)
                .single();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", "whole." + fact));
    }

    private Map<String, Object> outcome(String ground, String mainOutcome) {
        return Answers.with(
                Answers.outcome(ground, mainOutcome, MONDAY),
                "action",
                "correct",
                "askedBy",
                "staff",
                "why",
                "Hon hade fått jobb");
    }

    private void isReopened() {
        world.starts(
                Case.COACH,
                "reopening",
                Answers.of("caseNumber", anna.caseNumber, "why", "Jobbet blev inte av " + Answers.MARKER));
    }

    private boolean isFollowedUp() {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("followup")
                        .processInstanceBusinessKey(anna.caseNumber)
                        .count()
                > 0;
    }

    @Test
    void groundAndMainOutcomeAreCorrectedTogetherAndTheFiguresFollow() {
        assertThat(exits())
                .containsExactly(
                        Map.of("exit_on", MONDAY.toString(), "ground", "drop-out", "main_outcome", "drop-out"));
        chooses();
        assertThat(world.shown(Case.COACH, "userTask_correctOutcome", anna.caseNumber, "mainOutcome"))
                .isEqualTo("drop-out");
        anna.does(Case.COACH, "userTask_correctOutcome", outcome("job", "regular-work"));

        assertThat(exits())
                .containsExactly(Map.of("exit_on", MONDAY.toString(), "ground", "job", "main_outcome", "regular-work"));
        assertThat(jdbc.sql(
                                "select content ->> 'mainOutcome' from fact where kind = 'exit-outcome' order by recorded_at")
                        .query(String.class)
                        .list())
                .as("what was said first stays")
                .containsExactly("drop-out", "regular-work");
        assertThat(jdbc.sql("select content::text from fact where kind = 'rectification-outcome'")
                        .query(String.class)
                        .single())
                .contains("Hon hade fått jobb")
                .doesNotContain("regular-work");
        assertThat(world.endsOf("rectification")).contains("endEvent_outcomeCorrected");
    }

    @Test
    void answersThatDoNotGoTogetherAreRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> corrects("job", "drop-out"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("förutsätter");
        assertThat(exits()).singleElement().satisfies(exit -> assertThat(exit).containsEntry("ground", "drop-out"));
        anna.does(Case.COACH, "userTask_correctOutcome", Answers.of("action", "none"));
        assertThat(world.endsOf("rectification")).contains("endEvent_outcomeUnchanged");
    }

    @Test
    void theFollowUpEndsWithTheCorrectionToDeceasedAndBeginsWithTheCorrectionBack() {
        assertThat(isFollowedUp()).isTrue();
        corrects("hindrance", "deceased");
        assertThat(isFollowedUp()).isFalse();
        corrects("hindrance", "moved");
        assertThat(isFollowedUp()).isTrue();
    }

    // ---- reopened

    @Test
    void withinThirtyDaysTheCaseGoesOnUnderItsNumberAndTheEarlierExitCountsNoMore() {
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt());
        world.passes(Period.ofDays(30));
        isReopened();

        assertThat(world.openTasks(anna.caseNumber))
                .containsExactlyInAnyOrder("userTask_decideNextStep", "userTask_holdTalk");
        assertThat(exits()).isEmpty();
        assertThat(isFollowedUp()).isFalse();
        assertThat(jdbc.sql("select count(*) from place where case_number = ? and freed_on is null")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(world.mailTo(anna.caseworker)).last().asString().startsWith("Ärende återöppnat");

        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()))
                .does(Case.COACH, "userTask_measure", Answers.exitMeasurement());
        leaves("studies", "studies");
        assertThat(exits())
                .containsExactly(
                        Map.of("exit_on", world.today().toString(), "ground", "studies", "main_outcome", "studies"));
        assertThat(isFollowedUp()).isTrue();
    }

    @Test
    void afterThirtyDaysACaseIsNotReopened() {
        world.passes(Period.ofDays(31));
        assertThatThrownBy(this::isReopened)
                .isInstanceOf(Refused.class)
                .hasMessage("Ärende: det avslutades för mer än 30 dagar sedan.");
    }

    @Test
    void aPersonWithAnotherOpenCaseKeepsThatOne() {
        Case again = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted();
        assertThatThrownBy(this::isReopened)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("personen har ett annat pågående ärende i programmet");
        again.isAt("userTask_summon");
    }

    @Test
    void anOpenCaseIsNotReopenedNorByItsCaseworker() {
        assertThatThrownBy(() -> world.starts(
                        anna.caseworker, "reopening", Answers.of("caseNumber", anna.caseNumber, "why", "Prov")))
                .isInstanceOf(AuthorizationException.class);
        isReopened();
        assertThatThrownBy(this::isReopened).isInstanceOf(Refused.class).hasMessage("Ärende: det är inte avslutat.");
    }
}
