package se.samsteg.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells other modules when a task begins, ends or changes hands and when a start form was sent, in every version of every model
 * and in the same transaction. The listeners are the engine's own kind, which no way of ending a process skips.
 */
@Component
class TaskEvents extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final Actor actor;

    TaskEvents(ApplicationEventPublisher events, @Lazy Actor actor) {
        this.events = events;
        this.actor = actor;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::begun);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::ended);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::ended);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::given);
    }

    private void begun(DelegateTask task) {
        if (task.getAssignee() != null) {
            events.publishEvent(new TaskBegun(task));
        }
    }

    private void ended(DelegateTask task) {
        events.publishEvent(new TaskEnded(task.getId()));
    }

    private void given(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && ((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.ASSIGNEE)) {
            events.publishEvent(new TaskGiven(task.getId(), assignee));
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null) {
            ExecutionListener sent = execution -> events.publishEvent(new FormSent(
                    ((ExecutionEntity) execution).getProcessDefinition().getKey(), actor.user()));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, sent);
        }
    }
}
