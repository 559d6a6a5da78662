package se.samsteg.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is typed in the task: every key of the form is local to it, whether the model names it or not. What the
 * model exports leaves the task only when it is completed, never when it is cancelled half-done.
 */
final class TaskMapping extends IoMapping {

    /** An input of this name is a map by form key: one question to the phase instead of one for every field. */
    private static final String PREFILL = "prefill";

    private final Form form;
    private final @Nullable ParameterValueProvider prefill;

    /** @param model what the model itself declares, if anything */
    TaskMapping(Form form, @Nullable IoMapping model) {
        this.form = form;
        this.prefill = model == null
                ? null
                : model.getInputParameters().stream()
                        .filter(input -> input.getName().equals(PREFILL))
                        .map(IoParameter::getValueProvider)
                        .findFirst()
                        .orElse(null);
        setInputParameters(inputs(form, model == null ? List.of() : model.getInputParameters()));
        setOuputParameters(model == null ? new ArrayList<>() : model.getOutputParameters());
    }

    private static List<InputParameter> inputs(Form form, Collection<InputParameter> declared) {
        List<InputParameter> inputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (InputParameter input : declared) {
            if (input.getName().equals(PREFILL)) {
                continue;
            }
            names.add(input.getName());
            inputs.add(new InputParameter(
                    input.getName(), new Prefill(input.getValueProvider(), form.field(input.getName()))));
        }
        for (FormField field : form.fields()) {
            // What is only shown is never submitted, and may show a variable of the process.
            if (!names.contains(field.key()) && !field.disabled()) {
                inputs.add(new InputParameter(field.key(), new ConstantValueProvider(field.initial())));
            }
        }
        return inputs;
    }

    /** What is exported without being local first: it could not be told from a variable of the process. */
    Set<String> exportedButNotLocal() {
        Set<String> local =
                getInputParameters().stream().map(IoParameter::getName).collect(Collectors.toSet());
        return getOutputParameters().stream()
                .map(IoParameter::getName)
                .filter(name -> !local.contains(name))
                .collect(Collectors.toSet());
    }

    @Override
    public void executeInputParameters(AbstractVariableScope scope) {
        super.executeInputParameters(scope);
        if (prefill != null && prefill.getValue(scope.getParentVariableScope()) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> {
                if (value != null && form.field(key.toString()).isPresent()) {
                    scope.setVariableLocal(key.toString(), Plain.toEngine(value));
                }
            });
        }
    }

    @Override
    public void executeOutputParameters(AbstractVariableScope scope) {
        if (!(scope instanceof ExecutionEntity execution && execution.isCanceled())) {
            super.executeOutputParameters(scope);
        }
    }

    /** A value from the model, in the types that forms can show. */
    private record Prefill(ParameterValueProvider model, Optional<FormField> field) implements ParameterValueProvider {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            Object value = Plain.toEngine(model.getValue(scope));
            return value == null && field.isPresent()
                    ? Objects.requireNonNull(field.get().initial())
                    : value;
        }

        @Override
        public boolean isDynamic() {
            return model.isDynamic();
        }
    }
}
