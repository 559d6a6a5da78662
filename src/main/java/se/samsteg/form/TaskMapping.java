package se.samsteg.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is typed in the task: every key of the form is local to it, whether the model names it or not. What the
 * model exports leaves the task only when it is completed, never when it is cancelled half-done.
 */
final class TaskMapping extends IoMapping {

    /** An input of this name is a map by form key: one question to the phase instead of one for every field. */
    private static final String PREFILL = "prefill";

    /** A number without decimals is an Integer, and a number all the same. */
    private static final Set<ValueType> NUMBERS = Set.of(ValueType.INTEGER, ValueType.LONG, ValueType.DOUBLE);

    private final Form form;
    private final Function<VariableScope, Form> versions;
    private final List<InputParameter> declared;
    private final @Nullable ParameterValueProvider prefill;

    /**
     * @param versions gives the form that a task gets: a programme may have its own version
     * @param model what the model itself declares, if anything
     */
    TaskMapping(Form form, Function<VariableScope, Form> versions, @Nullable IoMapping model) {
        this.form = form;
        this.versions = versions;
        this.declared = model == null ? List.of() : List.copyOf(model.getInputParameters());
        this.prefill = model == null
                ? null
                : model.getInputParameters().stream()
                        .filter(input -> input.getName().equals(PREFILL))
                        .map(IoParameter::getValueProvider)
                        .findFirst()
                        .orElse(null);
        setInputParameters(inputs(form, declared));
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
        Set<String> local = keys(getInputParameters());
        return getOutputParameters().stream()
                .map(IoParameter::getName)
                .filter(name -> !local.contains(name))
                .collect(Collectors.toSet());
    }

    @Override
    public void executeInputParameters(AbstractVariableScope scope) {
        Form version = versions.apply(scope);
        of(version).forEach(input -> input.execute(scope));
        prefill(scope, Set.copyOf(version.keys()));
    }

    private List<InputParameter> of(Form version) {
        return version.version().equals(form.version()) ? getInputParameters() : inputs(version, declared);
    }

    private void prefill(AbstractVariableScope scope, Set<String> keys) {
        if (prefill != null && prefill.getValue(scope.getParentVariableScope()) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> {
                if (value != null && keys.contains(key.toString())) {
                    scope.setVariableLocal(key.toString(), Plain.toEngine(value));
                }
            });
        }
    }

    /**
     * Gives a task that began with another version of its form what this one lacks, and takes away what only the other had.
     * A field of another kind begins anew: Tasklist cannot send a value of the wrong type.
     */
    void fit(AbstractVariableScope scope, @Nullable TaskMapping before) {
        Set<String> added = new HashSet<>();
        Form version = versions.apply(scope);
        List<InputParameter> inputs = of(version);
        for (InputParameter input : inputs) {
            if (!scope.hasVariableLocal(input.getName()) || otherKind(version, scope, input.getName())) {
                added.add(input.getName());
                input.execute(scope);
            }
        }
        if (!added.isEmpty()) {
            prefill(scope, added);
        }
        if (before != null) {
            Set<String> keys = new HashSet<>(keys(before.of(before.versions.apply(scope))));
            keys.removeAll(keys(inputs));
            scope.removeVariablesLocal(keys);
        }
    }

    private static boolean otherKind(Form form, AbstractVariableScope scope, String key) {
        TypedValue value = scope.getVariableLocalTyped(key, false);
        return form.field(key)
                .filter(field -> !field.disabled())
                .map(field -> field.initial().getType())
                .filter(type -> !kind(type).equals(kind(value.getType())))
                .isPresent();
    }

    private static ValueType kind(ValueType type) {
        return NUMBERS.contains(type) ? ValueType.NUMBER : type;
    }

    private static Set<String> keys(List<InputParameter> inputs) {
        return inputs.stream().map(IoParameter::getName).collect(Collectors.toSet());
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
