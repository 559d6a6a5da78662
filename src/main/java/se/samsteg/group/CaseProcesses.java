package se.samsteg.group;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CallingProcess;

/**
 * What the processes of participants are told of their groups. A case has a process for each type of group that it waits for
 * or is in, which knows the type. The only process of a case is told of any type: before a case could be in several groups a
 * process kept the type that was waited for when the participant joined another.
 */
@Component
class CaseProcesses {

    /** Where a process waits for a group, or is in one. */
    private static final String[] IN_GROUP = {"receiveTask_awaitGroup", "receiveTask_attendGroup"};

    private static final String TYPE = "groupType";

    private final RuntimeService runtime;
    private final CallingProcess calling;

    CaseProcesses(@Lazy RuntimeService runtime, CallingProcess calling) {
        this.runtime = runtime;
        this.calling = calling;
    }

    /** Whether no other process of the case waits for a group or is in one. */
    boolean alone(String caseNumber) {
        return all(caseNumber).size() < 2;
    }

    /**
     * The type of group that the calling process of a case knows; null where it knows none. Where the case has a single
     * process, which may know an old type, it is null too.
     */
    @Nullable
    String callingType(String caseNumber) {
        return alone(caseNumber) ? null : (String) calling.variable(TYPE);
    }

    /** Lets the only process of a case know the type that the case is in or waits for, before it has another beside it. */
    void knows(String caseNumber, String type) {
        List<ProcessInstance> all = all(caseNumber);
        if (all.size() == 1) {
            runtime.setVariable(all.get(0).getId(), TYPE, type);
        }
    }

    private List<ProcessInstance> all(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .activityIdIn(IN_GROUP)
                .list();
    }

    private List<ProcessInstance> of(String caseNumber, String type) {
        List<ProcessInstance> all = all(caseNumber);
        return all.size() < 2
                ? all
                : all.stream()
                        .filter(one -> type.equals(runtime.getVariable(one.getId(), TYPE)))
                        .toList();
    }

    /**
     * Tells the process of a case; one that does not wait for it any more is passed over.
     *
     * @param type of the group that it is about
     * @return whether it was waited for
     */
    boolean tell(String caseNumber, String type, String message) {
        return of(caseNumber, type).stream()
                .map(one -> !runtime.createMessageCorrelation(message)
                        .processInstanceId(one.getId())
                        .correlateAllWithResult()
                        .isEmpty())
                .reduce(false, Boolean::logicalOr);
    }

    /** As {@link #tell}; a process of a model from before that message is told that the group has ended. */
    boolean tellOrEnd(String caseNumber, String type, String message) {
        return tell(caseNumber, type, message) || tell(caseNumber, type, "group.ended");
    }

    /** Lets the process of a case know that the participant is in a group of another type, or waits for one. */
    void changeType(String caseNumber, String from, String to) {
        of(caseNumber, from).forEach(one -> runtime.setVariable(one.getId(), TYPE, to));
    }

    /** Tells the process of a group that it is cancelled; whether it was waited for. */
    boolean cancel(String groupId) {
        return !runtime.createMessageCorrelation("group.cancelled")
                .processInstanceBusinessKey(groupId)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Asks what a group gave a participant. A process of an older model has the question as a step of its own. */
    void askWhatItGave(String caseNumber, String groupId) {
        boolean asked = runtime.createProcessInstanceQuery()
                        .processDefinitionKeyNotIn("evaluation")
                        .processInstanceBusinessKey(caseNumber)
                        .activityIdIn("userTask_evaluateGroup")
                        .count()
                > 0;
        if (!asked) {
            runtime.createMessageCorrelation("group.attended")
                    .processInstanceBusinessKey(caseNumber)
                    .setVariable("caseNumber", caseNumber)
                    .setVariable("attended", groupId)
                    .correlateStartMessage();
        }
    }
}
