package se.samsteg.prerehab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;

class AssessmentProcessTest {

    private static final String CASE = "SB-2026-0001";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("assessment");

    private final Prerehab prerehab = engine.mock("prerehab", Prerehab.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);

    private ProcessInstance process;

    @BeforeEach
    void anAssessmentIsWanted() {
        when(casefile.coach(CASE)).thenReturn("coach.ett");
        when(prerehab.therapist(CASE)).thenReturn("terapeut.ett");
        when(prerehab.assessmentLate(any())).thenReturn(Date.from(Instant.parse("2030-03-05T08:00:00Z")));
        when(prerehab.assessmentDay(CASE)).thenReturn(Date.from(Instant.parse("2030-02-05T08:00:00Z")));
        process = engine.start(CASE);
    }

    private void booked() {
        assertThat(engine.task("userTask_bookAssessment")).hasCandidateGroup("occupational-therapist");
        engine.complete("userTask_bookAssessment", Map.of("place", "Vårdcentralen"));
    }

    private void recorded(boolean held) {
        when(prerehab.assessed(CASE)).thenReturn(held);
        engine.complete("userTask_assessSupport", Map.of("outcome", held ? "held" : "absent"));
    }

    @Test
    void theTherapistBooksATimeAndAssessesOnThatDay() {
        booked();
        verify(prerehab).bookAssessment(any());
        assertThat(engine.task("userTask_assessSupport"))
                .isAssignedTo("terapeut.ett")
                .hasCandidateGroupAssociated("occupational-therapist");
        assertThat(engine.task("userTask_assessSupport").getDueDate()).isEqualTo("2030-02-05T08:00:00Z");

        recorded(true);

        verify(prerehab).recordSupportAssessment(any());
        assertThat(process).isEnded().hasPassed("endEvent_assessed");
    }

    @Test
    void aMeetingThatWasNotHeldIsHeldAnotherDay() {
        booked();
        recorded(false);
        recorded(false);
        recorded(true);

        verify(prerehab, times(3)).recordSupportAssessment(any());
        verify(prerehab).bookAssessment(any());
        assertThat(process).isEnded();
    }

    @Test
    void theCoachMayGoOnWithoutAnAssessmentThatIsLate() {
        engine.fire("startEvent_late");
        assertThat(process).isWaitingAt("userTask_bookAssessment", "userTask_goOnWithout");
        assertThat(engine.task("userTask_goOnWithout")).isAssignedTo("coach.ett");

        engine.complete("userTask_goOnWithout", Map.of());

        verify(prerehab).recordWithoutAssessment(any());
        assertThat(process).hasPassed("endEvent_withoutAssessment");
    }

    @Test
    void aLateAssessmentThatIsMadeLeavesTheCoachNothingToDecide() {
        booked();
        engine.fire("startEvent_late");
        recorded(true);

        verify(prerehab, never()).recordWithoutAssessment(any());
        assertThat(process).isEnded();
    }
}
