package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;
import se.samsteg.reminder.RemindedTasks;

/** Nothing waits unwatched: each wait of each model ends by itself, tells after a time that it lasts, or is reminded of. */
class WaitTest {

    /** Waits that nothing watches, and why; an entry that is not needed any more fails. */
    private static final Map<String, String> UNWATCHED = new TreeMap<>(Map.of(
            "presentation message_over",
            "lasts until the review of the unit, whose minutes are watched",
            "prerehab receiveTask_attendGroup",
            "lasts as long as the group, whose sessions are watched",
            "ama message_exitUndone",
            "lasts until the exit date, whose tasks are watched",
            "samboradet message_exitUndone",
            "lasts until the exit date, whose tasks are watched"));

    @Test
    void everyWaitIsWatchedOrSaysWhyNot() {
        Set<String> unwatched = new TreeSet<>();
        Models.processes().forEach((file, model) -> model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !isWatched(node, model))
                .forEach(node -> unwatched.add(file + " " + node.getId())));

        assertThat(unwatched).isEqualTo(UNWATCHED.keySet());
    }

    private static boolean isWatched(FlowNode node, BpmnModelInstance model) {
        if (node instanceof UserTask task) {
            return hasTimer(task, model) || task.getCamundaDueDate() != null;
        }
        if (node instanceof ReceiveTask) {
            return hasTimer(node, model);
        }
        if (node instanceof EventBasedGateway) {
            return node.getSucceedingNodes().list().stream().anyMatch(WaitTest::isTimer);
        }
        if (node instanceof IntermediateCatchEvent) {
            return isTimer(node)
                    || node.getPreviousNodes().list().stream().allMatch(EventBasedGateway.class::isInstance);
        }
        if (node instanceof CallActivity call) {
            return Models.processes().containsKey(call.getCalledElement());
        }
        return true;
    }

    private static boolean hasTimer(FlowNode node, BpmnModelInstance model) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .anyMatch(event -> event.getAttachedTo().equals(node) && isTimer(event));
    }

    /**
     * What only tells the lead, of a participant who has not been met, of a group without participants, or lets the coach go
     * on without what another has not done.
     */
    private static final Set<String> TELL_OTHERS =
            Set.of("timer_late", "timer_noContact", "timer_notFilled", "timer_notStaffed");

    /** A timer that tells others alone does not remind the task's holder of it. */
    private static boolean isRemindedOf(FlowNode node, BpmnModelInstance model) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> TELL_OTHERS.stream().noneMatch(event.getId()::startsWith))
                .anyMatch(event -> event.getAttachedTo().equals(node) && isTimer(event));
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** A task with both would be reminded of twice, one with neither never. */
    @Test
    void aTaskIsRemindedOfByItsModelOrByTheReminderProcess() {
        Set<String> drawn = forms(true);
        Set<String> others = forms(false);

        assertThat(drawn).doesNotContainAnyElementsOf(others);
        assertThat(drawn).filteredOn(RemindedTasks::reminds).as("draw a timer").isEmpty();
        assertThat(others)
                .filteredOn(form -> !RemindedTasks.reminds(form))
                .as("draw none")
                .isEmpty();
        assertThat(RemindedTasks.drawn()).as("forms of no task").isEqualTo(drawn);
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(programme.reminders().tasks().keySet())
                    .as(programme.id())
                    .isSubsetOf(others);
        }
    }

    private static Set<String> forms(boolean withTimer) {
        return Models.processes().values().stream()
                .flatMap(model -> tasks(model).filter(task -> isRemindedOf(task, model) == withTimer))
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<UserTask> tasks(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream();
    }
}
