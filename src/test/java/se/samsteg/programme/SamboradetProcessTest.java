package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.activity.Activity;
import se.samsteg.admission.Admission;
import se.samsteg.casefile.CasePhase;
import se.samsteg.coaching.Coaching;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.planning.Planning;
import se.samsteg.prerehab.Prerehab;
import se.samsteg.referral.Referral;

class SamboradetProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("samboradet")
            .callingUntilToldOrFailing("referral", "referralWithdrawn")
            .callingUntilToldOrFailing("conference", "recommendedElsewhere")
            .callingUntilToldOrFailing("admission", "placeDeclined")
            .callingAndWaiting("planning")
            .callingAndWaiting("coaching")
            .callingAndWaiting("prerehab")
            .callingAndWaiting("orientation")
            .callingAndWaiting("workplace")
            .callingAndWaiting("exit");

    private final Referral referral = engine.mock("referral", Referral.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Activity activity = engine.mock("activity", Activity.class);
    private final Admission admission = engine.mock("admission", Admission.class);
    private final Coaching coaching = engine.mock("coaching", Coaching.class);
    private final Planning planning = engine.mock("planning", Planning.class);
    private final Prerehab prerehab = engine.mock("prerehab", Prerehab.class);

    private ProcessInstance process = mock(ProcessInstance.class);

    @BeforeEach
    void aReferral() {
        when(casefile.coach(CASE)).thenReturn("coach.lind");
        when(casefile.participant(CASE)).thenReturn("Anna Ek, född 1980");
        process = engine.start(CASE);
    }

    private void passes(String... phases) {
        for (String phase : phases) {
            engine.correlate(phase + ".done");
        }
    }

    private void isPlannedToBeginWith(String step) {
        passes("referral", "conference", "admission");
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("planning.done")
                .setVariable("nextStep", step)
                .correlate();
    }

    private void decides(String nextStep) {
        engine.complete("userTask_decideNextStep", Map.of("nextStep", nextStep));
    }

    @Test
    void fromReferralToExitEveryPhaseKnowsTheCase() {
        verify(referral).receive(any());
        isPlannedToBeginWith("workplace");
        for (String called : new String[] {"coaching", "workplace"}) {
            ProcessInstance phase = engine.engine()
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(called)
                    .singleResult();
            assertThat(phase.getBusinessKey()).isEqualTo(CASE);
            assertThat(phase).variables().containsOnlyKeys("caseNumber");
        }
        passes("workplace");
        assertThat(engine.task("userTask_decideNextStep")).isAssignedTo("coach.lind");
        verify(planning).groupTypes(CASE);
        verify(planning).nextSteps(CASE);
        verify(activity).currentStep(CASE);
        decides("exit");
        verify(coaching).beginExit(CASE);
        engine.correlate("exit.begun");
        engine.correlate("case.closed");
        passes("exit");

        verify(coaching).recordNextStep(any());
        verify(activity).follow(CASE);
        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_referralReceived",
                        "callActivity_referral",
                        "callActivity_conference",
                        "callActivity_admission",
                        "callActivity_planning",
                        "callActivity_workplace",
                        "userTask_decideNextStep",
                        "callActivity_exit",
                        "endEvent_completed");
    }

    @Test
    void thePlanSaysWhichStepComesFirstAndCoachingRunsBesideIt() {
        isPlannedToBeginWith("prerehab");

        assertThat(process).isWaitingAt("callActivity_coaching", "callActivity_prerehab");
        assertThat(process).isNotWaitingAt("callActivity_workplace");
    }

    @Test
    void aStepFollowsAStepUntilExitIsDecided() {
        isPlannedToBeginWith("prerehab");
        passes("prerehab");
        decides("orientation");
        assertThat(process).isWaitingAt("callActivity_orientation").isNotWaitingAt("callActivity_prerehab");
        passes("orientation");
        decides("workplace");
        assertThat(process).isWaitingAt("callActivity_workplace").isNotWaitingAt("userTask_decideNextStep");
        passes("workplace");
        decides("prerehab");
        assertThat(process).isWaitingAt("callActivity_prerehab", "callActivity_coaching");
        passes("prerehab");
        decides("exit");

        assertThat(process).isWaitingAt("message_exitUndone", "callActivity_coaching");
    }

    @Test
    void talksAndTheStepGoOnUntilTheCaseIsClosedWhileTheExitIsWritten() {
        isPlannedToBeginWith("prerehab");
        engine.correlate("exit.begun");

        assertThat(process).isWaitingAt("callActivity_exit", "callActivity_coaching", "callActivity_prerehab");
        engine.correlate("case.closed");
        assertThat(process)
                .isWaitingAt("callActivity_exit")
                .isNotWaitingAt("callActivity_coaching", "callActivity_prerehab")
                .hasPassed("endEvent_insatsEnded", "endEvent_completed");
        passes("exit");
        assertThat(process).isEnded();
    }

    @Test
    void anExitThatIsUndoneLeavesTheStepAsItWasAndCanBeginAnew() {
        isPlannedToBeginWith("workplace");
        engine.correlate("exit.begun");
        engine.correlate("exit.undone");

        assertThat(process)
                .isWaitingAt("callActivity_coaching", "callActivity_workplace")
                .isNotWaitingAt("callActivity_exit")
                .hasPassed("endEvent_exitTakenBack");
        engine.correlate("exit.begun");
        assertThat(process).isWaitingAt("callActivity_exit", "callActivity_workplace");
    }

    @Test
    void afterTheLastStepAnExitThatIsUndoneLeadsBackToTheNextStep() {
        isPlannedToBeginWith("workplace");
        passes("workplace");
        decides("exit");
        engine.correlate("exit.begun");
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("exit.undone")
                .correlateAll();

        assertThat(process)
                .isWaitingAt("userTask_decideNextStep", "callActivity_coaching")
                .isNotWaitingAt("callActivity_exit");
    }

    /** The coaching of a released version ends with the decision. */
    @Test
    void coachingThatEndsByAnOlderVersionBeginsTheExitAndTheStepGoesOn() {
        isPlannedToBeginWith("prerehab");
        passes("coaching");

        verify(coaching).beginExit(CASE);
        assertThat(process).isWaitingAt("callActivity_prerehab");
    }

    @ParameterizedTest
    @CsvSource({
        "referral, endEvent_notEligible",
        "conference, endEvent_recommendedElsewhere",
        "admission, endEvent_placeDeclined"
    })
    void aPhaseThatFailsEndsTheCaseInItsOwnWay(String phase, String end) {
        for (String before : new String[] {"referral", "conference", "admission"}) {
            if (before.equals(phase)) {
                break;
            }
            passes(before);
        }
        engine.correlate(phase + ".fails");

        assertThat(process).isEnded().hasPassed(end);
        // The conference and admission close the case themselves, in the transaction that draws up the recommendation.
        verify(casefile, phase.equals("referral") ? org.mockito.Mockito.times(1) : never())
                .close(any());
    }

    @ParameterizedTest
    @CsvSource({"referral", "conference", "admission"})
    void aReferralThatIsTakenBackLeavesPlaceAndQueueAndIsClosed(String phase) {
        if (!phase.equals("referral")) {
            passes("referral");
        }
        if (phase.equals("admission")) {
            passes("conference");
        }
        engine.correlate("referral.withdrawn");

        assertThat(process).isEnded().hasPassed("endEvent_referralWithdrawn");
        assertThat(process).hasNotPassed("endEvent_notEligible");
        var inOrder = inOrder(admission, casefile);
        inOrder.verify(admission).leave(CASE);
        inOrder.verify(casefile).close(any());
    }

    @Test
    void participationThatIsDiscontinuedLeadsToExitWithItsGroundAndNothingElseGoesOn() {
        isPlannedToBeginWith("prerehab");
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("participation.discontinued")
                .setVariable("ground", "moved")
                .correlate();

        assertThat(process).isWaitingAt("callActivity_exitEarly");
        assertThat(process).isNotWaitingAt("callActivity_prerehab", "callActivity_coaching");
        ProcessInstance exit = engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("exit")
                .singleResult();
        assertThat(exit).variables().containsOnlyKeys("caseNumber", "ground").containsEntry("ground", "moved");
        passes("exit");
        assertThat(process).isEnded().hasPassed("endEvent_discontinued");
        assertThat(process).hasNotPassed("endEvent_completed");
    }
}
