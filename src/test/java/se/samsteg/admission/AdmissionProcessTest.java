package se.samsteg.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.alert.Alert;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class AdmissionProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("admission");

    private final Admission admission = engine.mock("admission", Admission.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    private final Map<String, Object> queuedAs = new HashMap<>();

    @BeforeEach
    void aCase() {
        when(casefile.coach(CASE)).thenReturn("coach.lind");
        when(admission.summons(CASE)).thenReturn(true);
        when(admission.decision(CASE)).thenReturn("priority");
        when(admission.referred(CASE)).thenReturn(Variables.untypedValue(Map.of(), true));
        when(admission.noteCycle(CASE)).thenReturn("R/2099-01-01T08:00:00/P1M");
        when(admission.summonsDue(CASE)).thenReturn(Date.from(Instant.parse("2099-01-08T07:00:00Z")));
        when(admission.noContactDue(CASE)).thenReturn(Date.from(Instant.parse("2099-01-08T07:00:00Z")));
        when(admission.alertDue(CASE)).thenReturn(Date.from(Instant.parse("2099-01-08T07:00:00Z")));
        doAnswer(call -> {
                    var result =
                            (DmnDecisionResult) ((DelegateExecution) call.getArgument(0)).getVariable("decisionResult");
                    queuedAs.putAll(result.getSingleResult().getEntryMap());
                    return null;
                })
                .when(admission)
                .queue(any());
    }

    @Test
    void whereAPlaceIsFreeTheCoachCallsToEnrolment() {
        when(admission.seekPlace(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);

        assertThat(engine.task("userTask_summon")).isAssignedTo("coach.lind");
        engine.complete("userTask_summon", Map.of("answer", "accepted"));

        verify(admission).recordSummons(any());
        assertThat(process).isEnded().hasPassed("endEvent_summoned");
    }

    @Test
    void aPersonWhoDoesNotAnswerIsTriedAgainUntilThereIsAnAnswer() {
        when(admission.seekPlace(CASE)).thenReturn(true);
        when(admission.tries(CASE)).thenReturn(null, "2099-01-01 Svarade inte");
        ProcessInstance process = engine.start(CASE);

        engine.complete("userTask_summon", Map.of("answer", "no-answer"));
        assertThat(process).isWaitingAt("userTask_summon").hasNotPassed("gateway_accepted");
        var again = engine.task("userTask_summon");
        assertThat(again.getDueDate()).isEqualTo(Instant.parse("2099-01-08T07:00:00Z"));
        assertThat(engine.engine().getTaskService().getVariable(again.getId(), "tries"))
                .isEqualTo("2099-01-01 Svarade inte");
        assertThat(engine.engine().getTaskService().getVariable(again.getId(), "answer"))
                .isNull();

        engine.complete("userTask_summon", Map.of("answer", "accepted"));
        assertThat(process).isEnded().hasPassed("endEvent_summoned");
    }

    @Test
    void theLeadIsToldOfAPersonWhoIsNotReachedUntilThereIsAnAnswer() {
        when(admission.seekPlace(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);
        engine.fire("timer_noContact");
        verify(alert).raise(any(), eq("no-contact"));
        assertThat(process).isWaitingAt("userTask_summon");

        engine.complete("userTask_summon", Map.of("answer", "no-answer"));
        verify(alert).settleIf(eq(false), any(), eq("no-contact"));
        when(admission.answered(CASE)).thenReturn(true);
        engine.complete("userTask_summon", Map.of("answer", "accepted"));
        verify(alert).settleIf(eq(true), any(), eq("no-contact"));
    }

    @Test
    void whereNoneIsFreeTheCaseWaitsUntilAPlaceIsOffered() {
        ProcessInstance process = engine.start(CASE);

        assertThat(process).isWaitingAt("receiveTask_awaitPlace");
        engine.correlate("place.offered");
        assertThat(process).isWaitingAt("userTask_summon");
    }

    @Test
    void theCaseworkerIsToldEveryMonthAndTheLeadWhenTheWaitIsLong() {
        ProcessInstance process = engine.start(CASE);

        engine.fire("timer_noteDue");
        engine.fire("timer_noteDue");
        engine.fire("timer_waitedLong");

        verify(letter, org.mockito.Mockito.times(2)).toCaseworker(any(), eq("admission-waiting"));
        verify(alert).raise(any(), eq("waiting"));
        assertThat(process).isWaitingAt("receiveTask_awaitPlace");
        verify(alert, org.mockito.Mockito.never()).settle(any(), any());
        engine.correlate("place.offered");
        verify(alert).settle(any(), eq("waiting"));
    }

    @Test
    void aPlaceThatIsDeclinedGoesToTheNextAndTheCaseIsClosedWithARecommendation() {
        when(admission.seekPlace(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);

        engine.complete("userTask_summon", Map.of("answer", "declined"));

        assertThat(process).isEnded().hasPassed("endEvent_placeDeclined");
        var inOrder = inOrder(admission, letter, casefile);
        inOrder.verify(admission).recordSummons(any());
        inOrder.verify(admission).freePlace(CASE);
        inOrder.verify(admission).drawUpRecommendation(CASE);
        inOrder.verify(letter).toCaseworker(any(), eq("admission-declined"));
        inOrder.verify(casefile).close(any());
    }

    @Test
    void whereATalkIsBookedInsteadThePlaceIsGivenWithoutASummons() {
        when(admission.seekPlace(CASE)).thenReturn(true);
        when(admission.summons(CASE)).thenReturn(false);
        ProcessInstance process = engine.start(CASE);

        assertThat(process).isEnded().hasPassed("endEvent_placed").hasNotPassed("userTask_summon");
    }

    @Test
    void whereATalkIsBookedACaseWaitsForItsPlaceAllTheSame() {
        when(admission.summons(CASE)).thenReturn(false);
        ProcessInstance process = engine.start(CASE);

        assertThat(process).isWaitingAt("receiveTask_awaitPlace");
        engine.correlate("place.offered");
        assertThat(process).isEnded().hasPassed("endEvent_placed");
    }

    private ProcessInstance ranked(String decision, Map<String, Object> referred) {
        when(admission.decision(CASE)).thenReturn(decision);
        when(admission.referred(CASE)).thenReturn(Variables.untypedValue(referred, true));
        return engine.start(CASE);
    }

    private static Map<String, Object> parent(Integer age, Boolean childrenToSupport) {
        Map<String, Object> referred = new HashMap<>();
        referred.put("age", age);
        referred.put("childrenToSupport", childrenToSupport);
        return referred;
    }

    @ParameterizedTest
    @CsvSource({"25, true, 1", "45, true, 1", "24, true, 2", "46, true, 2", "30, false, 2", ", true, 2", "30,, 2"})
    void parentsBetween25And45GoFirstByTheDecisionPriority(Integer age, Boolean childrenToSupport, int rank) {
        ProcessInstance process = ranked("priority", parent(age, childrenToSupport));

        assertThat(queuedAs)
                .containsEntry("rank", rank)
                .containsEntry(
                        "reason", rank == 1 ? "25–45 år med försörjningsansvar för barn" : "Efter remissens datum");
        assertThat(process).variables().containsOnlyKeys("caseNumber", "placeFree");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | true | 3 | 1 | Minst fem år med offentlig försörjning, isolering och minst tre hinder",
                "9 | true | 2 | 2 | Minst fem år med offentlig försörjning och isolering",
                "5 | false | 4 | 2 | Minst fem år med offentlig försörjning och minst tre hinder",
                "4 | true | 3 | 2 | Isolering och minst tre hinder",
                "6 | | | 3 | Minst fem år med offentlig försörjning",
                "  | true | | 3 | Isolering",
                "0 | false | 3 | 3 | Minst tre hinder",
                "4 | false | 2 | 4 | Efter remissens datum",
                "  | | | 4 | Efter remissens datum"
            })
    void thoseWithTheGreatestNeedGoFirstByTheDecisionPriorityAma(
            Integer years, Boolean isolated, Integer obstacles, int rank, String reason) {
        Map<String, Object> referred = new HashMap<>();
        referred.put("age", 40);
        if (years != null) {
            referred.put("onSupportSinceYears", years);
        }
        if (isolated != null) {
            referred.put("isolated", isolated);
        }
        if (obstacles != null) {
            referred.put("obstaclesCount", obstacles);
        }

        ranked("priority-ama", referred);

        assertThat(queuedAs).containsEntry("rank", rank).containsEntry("reason", reason);
    }
}
