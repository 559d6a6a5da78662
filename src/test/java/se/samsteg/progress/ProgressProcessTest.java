package se.samsteg.progress;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class ProgressProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("progress");

    private final Progress progress = engine.mock("progress", Progress.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @Test
    void aLineIsKeptAndTheCaseworkerTold() {
        assertThat(engine.start(Map.of("caseNumber", "SB-2026-0042"))).isEnded().hasPassed("endEvent_told");
        var inOrder = inOrder(progress, letter);
        inOrder.verify(progress).write(any());
        inOrder.verify(letter).toCaseworker(any(), eq("progress-written"));
    }
}
