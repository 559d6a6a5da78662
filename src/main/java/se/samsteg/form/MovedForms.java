package se.samsteg.form;

import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a task whose process has moved to another version open with the form of that version. */
@Component
public class MovedForms {

    MovedForms() {}

    /**
     * @param execution of the task, after the move
     * @param before the mapping of the task's activity in the version it comes from
     */
    public void fit(ExecutionEntity execution, @Nullable IoMapping before) {
        if (execution.getActivity().getIoMapping() instanceof TaskMapping mapping) {
            mapping.fit(execution, before instanceof TaskMapping earlier ? earlier : null);
        }
    }
}
