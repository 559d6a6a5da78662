package se.samsteg.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.letter.Letter;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.reopening.CaseReopened;

/** The first follow-up, and what is left of the follow-up where another party has taken over. */
@SamstegTest
class FirstFollowUpTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 11);
    private static final String RECEIVERS = """
            units: [{code: jobbtorg, name: Jobbtorg Vällingby, authority: null, address: jobbtorg@stad.example}]
            exit:
              mainOutcomes:
                - {code: regular-work, name: Arbete, counts: WORK, onlyOn: null, contact: null, handedTo: null}
                - {code: subsidised-work, name: Kontrakt, counts: WORK, onlyOn: null, contact: HANDED_OVER, handedTo: jobbtorg}
                - {code: deceased, name: Avliden, counts: null, onlyOn: null, contact: ENDS, handedTo: null}
            """;

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Programmes programmes;

    @Autowired
    Letter letter;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private @Nullable OtherSettings other;

    @BeforeEach
    void aMonday() {
        world.begin(START);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
        if (other != null) {
            other.close();
        }
    }

    private void programmeWith(String settings) {
        other = new OtherSettings(programmes, "samboradet", settings);
    }

    private Map<String, Object> answers() {
        return Map.of(
                "reached", "yes",
                "situation", "difficulties",
                "occupation", "work-training",
                "livelihoodSources", List.of("activity-support"));
    }

    private void exits(String caseNumber, String mainOutcome, LocalDate exitOn, Map<String, Object> more) {
        runtime.startProcessInstanceByKey("exit", caseNumber, Map.of("caseNumber", caseNumber));
        world.completes(
                "coach1",
                "userTask_measure",
                caseNumber,
                Map.of(
                        "measured", "no",
                        "missingReason", "declined",
                        "sickLeaveDegree", "unknown",
                        "instrument", "own-questions",
                        "instrumentVersion", "2"));
        Map<String, Object> outcome = outcome(mainOutcome, exitOn);
        outcome.putAll(more);
        world.completes("coach1", "userTask_recordOutcome", caseNumber, outcome);
        world.settles();
    }

    private static Map<String, Object> outcome(String mainOutcome, LocalDate exitOn) {
        Map<String, Object> outcome = new HashMap<>(Map.of(
                "ground",
                "plan-completed",
                "mainOutcome",
                mainOutcome,
                "occupation",
                "working",
                "livelihoodSources",
                List.of("salary"),
                "destination",
                "Förskolan",
                "exitOn",
                exitOn));
        if (!mainOutcome.equals("deceased")) {
            outcome.put("lasting", "unknown");
        }
        return outcome;
    }

    private List<String> lettersToTheReceiver() {
        return world.mailTo("jobbtorg");
    }

    private List<String> followUps(String caseNumber) {
        return Stream.of("followup", "revisit")
                .filter(process -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(process)
                                .processInstanceBusinessKey(caseNumber)
                                .count()
                        > 0)
                .toList();
    }

    @Test
    void fromTheStartItComesWhileTheParticipantIsStillIn() {
        programmeWith("followup: {firstFollowUp: {after: P3M, from: START}}");
        String caseNumber = cases.open("coach1", START);
        world.passesTo(START.plusMonths(3).minusDays(1));
        assertThat(world.openTasks(caseNumber)).isEmpty();
        world.passesTo(START.plusMonths(3));
        assertThatThrownBy(() -> world.completes(
                        "coach1",
                        "userTask_firstFollowUp",
                        caseNumber,
                        Map.of("reached", "yes", "situation", "broken")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Försörjning:");
        world.completes("coach1", "userTask_firstFollowUp", caseNumber, answers());
        assertThat(world.endsOf("revisit")).contains("endEvent_answered");
        exits(caseNumber, "regular-work", world.today(), Map.of());
        assertThat(followUps(caseNumber)).as("it comes once").containsExactly("followup");
    }

    @Test
    void fromTheStartItComesThoughTheParticipantHasLeft() {
        programmeWith("followup: {firstFollowUp: {after: P3M, from: START}, contacts: []}");
        String caseNumber = cases.open("coach1", START);
        exits(caseNumber, "regular-work", START.plusDays(7), Map.of());
        world.passesTo(START.plusMonths(3));
        assertThat(world.openTasks(caseNumber))
                .contains("userTask_firstFollowUp")
                .doesNotContain("userTask_contact");
        world.passesTo(START.plusDays(7).plusYears(1));
        assertThat(world.openTasks(caseNumber)).contains("userTask_followUpOneYear");
    }

    @Test
    void fromTheExitItComesSoLongAfterTheExitDate() {
        programmeWith("followup: {firstFollowUp: {after: P2M, from: EXIT}, contacts: []}");
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        assertThat(followUps(caseNumber)).isEmpty();
        exits(caseNumber, "regular-work", START, Map.of());
        world.passesTo(START.plusMonths(2).minusDays(1));
        assertThat(world.openTasks(caseNumber)).doesNotContain("userTask_firstFollowUp");
        world.passesTo(START.plusMonths(2));
        assertThat(world.openTasks(caseNumber)).contains("userTask_firstFollowUp");
    }

    @Test
    void whoHasDiedIsNotFollowedUp() {
        programmeWith(RECEIVERS + "followup: {firstFollowUp: {after: P3M, from: START}}");
        String caseNumber = cases.open("coach1", START);
        exits(caseNumber, "deceased", START, Map.of());
        assertThat(followUps(caseNumber)).isEmpty();
    }

    @Test
    void aPartyThatTakesOverIsToldByCaseNumberAndTheCoachAlone() {
        programmeWith(RECEIVERS);
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        exits(caseNumber, "subsidised-work", START.plusDays(5), agreed("yes", "no"));
        assertThat(lettersToTheReceiver()).as("before the exit date").isEmpty();
        world.passesTo(START.plusDays(5));
        assertThat(lettersToTheReceiver())
                .singleElement()
                .asString()
                .startsWith("Överlämning, ärende " + caseNumber)
                .contains("Kontakta ", "coach1@")
                .doesNotContain("Åsa", "Öberg", "http");
        assertThat(followUps(caseNumber)).isEmpty();
    }

    private static Map<String, Object> agreed(String handover, String oneYear) {
        return Map.of("handoverAgreed", handover, "oneYearAgreed", oneYear);
    }

    @Test
    void afterItTookOverTheParticipantIsAskedAfterAYearOnlyIfThatIsAgreed() {
        programmeWith(RECEIVERS + "followup: {firstFollowUp: {after: P3M, from: START}}");
        String caseNumber = cases.open("coach1", START);
        exits(caseNumber, "subsidised-work", START, agreed("no", "yes"));
        assertThat(lettersToTheReceiver()).isEmpty();
        assertThat(followUps(caseNumber)).containsExactly("followup");
        world.passesTo(START.plusYears(1).minusDays(1));
        assertThat(world.openTasks(caseNumber)).doesNotContain("userTask_contact", "userTask_firstFollowUp");
        world.passesTo(START.plusYears(1));
        assertThat(world.openTasks(caseNumber)).contains("userTask_followUpOneYear");
    }

    @Test
    void ofAPersonWithProtectedIdentityThePartyLearnsNothing() {
        programmeWith(RECEIVERS);
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        jdbc.sql("update person set protected_identity = true").update();
        exits(caseNumber, "subsidised-work", START, agreed("yes", "no"));
        assertThat(lettersToTheReceiver()).isEmpty();
        assertThat(letter.stopped(caseNumber))
                .singleElement()
                .extracting(stopped -> stopped.title() + " " + stopped.text(authority -> authority))
                .asString()
                .startsWith("Besked om överlämning till Jobbtorg Vällingby 2027-01-11: Personuppgifterna är skyddade");
    }

    @Test
    void whenAllConsentIsTakenBackMeanwhileThePartyLearnsNothing() {
        programmeWith(RECEIVERS);
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        exits(caseNumber, "subsidised-work", START.plusDays(5), agreed("yes", "no"));
        jdbc.sql("update consent set withdrawn_on = ?").param(START).update();
        world.passesTo(START.plusDays(5));
        assertThat(lettersToTheReceiver()).isEmpty();
        assertThat(letter.stopped(caseNumber))
                .extracting(stopped -> stopped.reason())
                .contains("Samtycket är återkallat");
    }

    @Test
    void aFollowUpFromTheStartGoesOnInACaseThatIsOpenedAgain() {
        programmeWith("followup: {firstFollowUp: {after: P3M, from: START}}");
        String caseNumber = cases.open("coach1", START);
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processDefinitionKey("revisit")
                        .singleResult()
                        .getId(),
                "reopening");
        events.publishEvent(new CaseReopened(caseNumber));
        assertThat(followUps(caseNumber)).containsExactly("revisit");
    }

    private void corrects(String caseNumber, String mainOutcome, Map<String, Object> more) {
        String fact = jdbc.sql("select id::text from current_fact where case_number = ? and kind = 'exit-outcome'")
                .param(caseNumber)
                .query(String.class)
                .single();
        world.starts("coach1", "rectification", Map.of("caseNumber", caseNumber));
        world.completes("coach1", "userTask_choose", caseNumber, Map.of("chosen", "whole." + fact));
        Map<String, Object> outcome = outcome(mainOutcome, START);
        outcome.putAll(Map.of("action", "correct", "askedBy", "staff", "why", "Kontraktet skrevs"));
        outcome.putAll(more);
        world.completes("coach1", "userTask_correctOutcome", caseNumber, outcome);
        world.settles();
    }

    @Test
    void whatIsAskedFollowsTheCorrectedOutcome() {
        programmeWith(RECEIVERS);
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        exits(caseNumber, "regular-work", START, Map.of());
        corrects(caseNumber, "subsidised-work", agreed("no", "yes"));
        assertThat(followUps(caseNumber)).containsExactly("followup");
        world.passesTo(START.plusMonths(6));
        assertThat(world.openTasks(caseNumber)).doesNotContain("userTask_contact");
        corrects(caseNumber, "subsidised-work", agreed("no", "no"));
        assertThat(followUps(caseNumber)).isEmpty();
        corrects(caseNumber, "regular-work", Map.of());
        assertThat(world.openTasks(caseNumber)).contains("userTask_contact");
    }

    @Test
    void whatIsAgreedIsAskedWhereAnotherPartyTakesOverAndNowhereElse() {
        programmeWith(RECEIVERS);
        String caseNumber = cases.open("coach1", START.minusMonths(9));
        assertThatThrownBy(() -> exits(caseNumber, "subsidised-work", START, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Får den som tar över veta att deltagaren kommer?")
                .hasMessageContaining("Får vi fråga deltagaren hur det är om ett år?");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_recordOutcome");
    }
}
