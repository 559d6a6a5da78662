package se.samsteg.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.MailSendException;
import se.samsteg.engine.PhaseEngine;

class LetterProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("letter");

    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance written() {
        return engine.start(Map.of("letterId", "5f0c"));
    }

    @Test
    void aLetterIsSentAfterTheTransactionThatWroteIt() {
        ProcessInstance process = written();
        verify(letter, never()).send("5f0c");

        engine.fire("serviceTask_send");
        verify(letter).send("5f0c");
        assertThat(process).isEnded().hasPassed("endEvent_sent");
    }

    @Test
    void aLetterThatCouldNotBeSentStandsAndIsTriedAgain() {
        doThrow(new MailSendException("no answer")).doNothing().when(letter).send("5f0c");
        ProcessInstance process = written();

        assertThatThrownBy(() -> engine.fire("serviceTask_send")).hasMessageContaining("no answer");
        assertThat(process).isActive();
        assertThat(engine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .withException()
                        .count())
                .isEqualTo(1);

        doNothing().when(letter).send("5f0c");
        engine.fire("serviceTask_send");
        assertThat(process).isEnded().hasPassed("endEvent_sent");
    }
}
