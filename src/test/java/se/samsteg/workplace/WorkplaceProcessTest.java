package se.samsteg.workplace;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class WorkplaceProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("workplace");

    private final Workplace workplace = engine.mock("workplace", Workplace.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance process;

    @BeforeEach
    void aWorkplaceIsWanted() {
        engine.mock("casefile", CasePhase.class);
        when(workplace.consultant("SB-2026-0042")).thenReturn("konsulent.ett");
        process = engine.start("SB-2026-0042");
    }

    private void match(String result) {
        engine.complete("userTask_matchWorkplace", Map.of("matchResult", result));
    }

    private void introduce() {
        match("matched");
        engine.complete("userTask_introduce", Map.of());
    }

    private void followUp(String result, String after) {
        engine.complete("userTask_followUpPlacement", Map.of("placementResult", result, "afterPlacement", after));
    }

    @Test
    void aPlacementIsFollowedUpUntilAJobIsOffered() {
        assertThat(engine.task("userTask_matchWorkplace")).hasCandidateGroup("employment-consultant");
        introduce();
        assertThat(engine.task("userTask_followUpPlacement"))
                .isAssignedTo("konsulent.ett")
                .hasCandidateGroupAssociated("employment-consultant");
        followUp("continues", "");
        followUp("extended", "");
        followUp("job-offered", "");
        assertThat(process).isEnded().hasPassed("endEvent_jobOffered");
        verify(workplace).recordIntroduction(any());
        verify(workplace, times(3)).recordFollowUp(any());
    }

    @Test
    void aPlacementThatEndsCanLeadToANewMatch() {
        introduce();
        followUp("ended", "new-match");
        assertThat(process).isWaitingAt("userTask_matchWorkplace");
        match("no-workplace");
        assertThat(process).isEnded().hasPassed("endEvent_noWorkplace");
        verify(letter).toCoach(any(), eq("workplace-none"));
        verify(workplace, times(2)).recordMatch(any());
    }

    @Test
    void aPlacementThatEndsCanLeadToTheNextStep() {
        introduce();
        followUp("ended", "next-step");
        assertThat(process).isEnded().hasPassed("endEvent_placementEnded").hasNotPassed("endEvent_jobOffered");
    }
}
