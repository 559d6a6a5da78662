package se.samsteg.form;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ties models to their forms when a model is parsed: what staff type in a task stays in the task, and what they type in
 * a start form is gone when the start event is left. A model that would leak is refused.
 */
@Component
class FormBinding extends AbstractBpmnParseListener {

    private final DeployedForms forms;
    private final ProgrammeForms programmes;

    FormBinding(DeployedForms forms, ProgrammeForms programmes) {
        this.forms = forms;
        this.programmes = programmes;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Form form = form(formOf(activity), activity, element)
                .orElseThrow(() -> new BpmnParseException(activity.getId() + " has no form", element));
        // Here the model's own mapping is not read yet; parseIoMapping adds it if there is one.
        activity.setIoMapping(new TaskMapping(form, versions(form, activity), null));
        activity.setScope(true);
    }

    @Override
    public void parseIoMapping(Element extensions, ActivityImpl activity, @Nullable IoMapping model) {
        if (model == null || !(activity.getActivityBehavior() instanceof UserTaskActivityBehavior)) {
            return;
        }
        Form form = form(formOf(activity), activity, extensions).orElseThrow();
        TaskMapping mapping = new TaskMapping(form, versions(form, activity), model);
        if (!mapping.exportedButNotLocal().isEmpty()) {
            throw new BpmnParseException(
                    activity.getId() + " exports what is neither in its form nor an input: "
                            + mapping.exportedButNotLocal(),
                    extensions);
        }
        activity.setIoMapping(mapping);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") == null) {
            return;
        }
        if (!(scope instanceof ProcessDefinitionEntity process
                && process.getInitial() == activity
                && "startEvent".equals(activity.getProperty("type")))) {
            throw new BpmnParseException(
                    activity.getId() + ": the form of this start event would not be shown", element);
        }
        Form form = form(process.getStartFormDefinition(), activity, element).orElseThrow();
        if (activity.isAsyncBefore() || activity.isAsyncAfter()) {
            throw new BpmnParseException(
                    "start event " + activity.getId() + " has a form: asynchronous, its values would be stored",
                    element);
        }
        Set<String> leave = new HashSet<>(form.keys());
        for (String key : kept(element)) {
            if (!leave.remove(key)) {
                throw new BpmnParseException("start event keeps " + key + ", which its form does not have", element);
            }
        }
        // Last of all: the model's listeners on the process and on the event have recorded the values by now.
        ExecutionListener forget = execution -> execution.removeVariables(leave);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, forget);
    }

    private Function<VariableScope, Form> versions(Form form, ActivityImpl activity) {
        ProcessDefinitionEntity process = (ProcessDefinitionEntity) activity.getProcessDefinition();
        return scope -> forms.of(process.getDeploymentId(), form.id(), scope);
    }

    private static @Nullable FormDefinition formOf(ActivityImpl activity) {
        return ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .getFormDefinition();
    }

    private Optional<Form> form(@Nullable FormDefinition definition, ActivityImpl activity, Element element) {
        if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        ProcessDefinitionEntity process = (ProcessDefinitionEntity) activity.getProcessDefinition();
        String id;
        if (definition.getCamundaFormDefinitionKey() instanceof FormOfProgramme bound) {
            id = bound.id();
        } else {
            id = definition.getCamundaFormDefinitionKey().getExpressionText();
            if (!Objects.equals(definition.getCamundaFormDefinitionBinding(), "deployment")) {
                throw new BpmnParseException(activity.getId() + ": formRefBinding must be deployment", element);
            }
            boolean starts = definition == process.getStartFormDefinition();
            definition.setCamundaFormDefinitionKey(new FormOfProgramme(
                    forms, programmes, id, process::getDeploymentId, starts ? process.getKey() : null));
        }
        String deployment = process.getDeploymentId();
        try {
            return Optional.of(forms.find(deployment, id)
                    .or(() -> forms.find(deployment, ProgrammeForms.id(process.getKey(), id)))
                    .orElseThrow(() -> new BpmnParseException(
                            activity.getId() + ": form " + id + " is not in the deployment", element)));
        } catch (IllegalArgumentException e) {
            throw new BpmnParseException(activity.getId() + ": " + e.getMessage(), element);
        }
    }

    /** The start form's keys that stay as process variables: {@code <camunda:property name="keep" value="a,b"/>}. */
    private static Set<String> kept(Element element) {
        Set<String> kept = new HashSet<>();
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties != null) {
            properties.elements("property").stream()
                    .filter(property -> "keep".equals(property.attribute("name")))
                    .flatMap(property ->
                            Arrays.stream(property.attribute("value").split(",")))
                    .map(String::trim)
                    .forEach(kept::add);
        }
        return kept;
    }
}
