package se.samsteg.engine;

import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process whose expression is being evaluated. */
@Component
public class CallingProcess {

    /** A variable that the calling execution sees; null if there is none, or no process calls. */
    public @Nullable Object variable(String name) {
        BpmnExecutionContext calling = Context.getBpmnExecutionContext();
        return calling == null ? null : calling.getExecution().getVariable(name);
    }
}
