package se.samsteg.form;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * A form that a model names, as the engine asks for it: the version of the programme that a task belongs to. For a start
 * form the engine asks for the text of the expression, in the command of the user who is about to start.
 */
final class FormOfProgramme implements Expression {

    private final DeployedForms forms;
    private final ProgrammeForms programmes;
    private final String id;
    private final Supplier<String> deployment;
    private final @Nullable String process;

    /**
     * @param deployment id of the deployment, which may not be known yet when a model is parsed
     * @param process key of the process that the form starts; null for the form of a task
     */
    FormOfProgramme(
            DeployedForms forms,
            ProgrammeForms programmes,
            String id,
            Supplier<String> deployment,
            @Nullable String process) {
        this.forms = forms;
        this.programmes = programmes;
        this.id = id;
        this.deployment = deployment;
        this.process = process;
    }

    /** As the model names it. */
    String id() {
        return id;
    }

    @Override
    public Object getValue(VariableScope scope) {
        return scope instanceof TaskEntity
                ? forms.deployedAs(deployment.get(), id, () -> programmes.of(scope))
                : getExpressionText();
    }

    @Override
    public String getExpressionText() {
        return process == null ? id : forms.deployedAs(deployment.get(), id, () -> programmes.ofStart(process));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException("a form is named by its model");
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
