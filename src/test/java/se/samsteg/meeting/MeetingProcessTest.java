package se.samsteg.meeting;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class MeetingProcessTest {

    private static final Date DUE = Date.from(Instant.parse("2099-12-09T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("meeting");

    private final Meeting meeting = engine.mock("meeting", Meeting.class);

    @BeforeEach
    void aSitting() {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("sittingId", "S");
                    return null;
                })
                .when(meeting)
                .plan(any());
        when(meeting.agendaDue("S")).thenReturn(DUE);
        when(meeting.sittingDay("S")).thenReturn(DUE);
        when(meeting.minutesDue("S")).thenReturn(DUE);
    }

    @Test
    void aSittingHasItsAgendaSentTheNextPlannedItsMinutesWrittenAndTheRestMoved() {
        ProcessInstance sitting = engine.start(Map.of());

        assertThat(sitting).isWaitingAt("timer_agendaDue");
        engine.fire("timer_agendaDue");
        assertThat(sitting).isWaitingAt("timer_sittingDay");
        engine.fire("timer_sittingDay");
        assertThat(engine.task("userTask_minutes"))
                .hasCandidateGroup("programme-lead")
                .hasDueDate(DUE);
        engine.complete("userTask_minutes", Map.of("held", "yes"));

        assertThat(sitting).isEnded().hasPassed("endEvent_documented");
        var inOrder = inOrder(meeting);
        inOrder.verify(meeting).plan(any());
        inOrder.verify(meeting).open(any());
        inOrder.verify(meeting).sendAgenda(any());
        inOrder.verify(meeting).openNext("S");
        inOrder.verify(meeting).recordMinutes(any());
        inOrder.verify(meeting).moveUnassessed("S");
    }

    @Test
    void aReferralThatComesToTheAgendaAfterItWasSentIsToldBesideTheSitting() {
        ProcessInstance sitting = engine.start(Map.of());
        engine.fire("timer_agendaDue");
        engine.correlate("agenda.added");

        verify(meeting).sendAddition(any());
        assertThat(sitting).isWaitingAt("timer_sittingDay").hasPassed("endEvent_membersTold");
    }

    @Test
    void aSittingOfTheCalendarIsOpenedByAMessage() {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("sitting.coming")
                .setVariable("sittingId", "S")
                .correlateStartMessage();

        verify(meeting).open(any());
        verify(meeting, never()).plan(any());
        assertThat(engine.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .singleResult())
                .isWaitingAt("timer_agendaDue");
    }
}
