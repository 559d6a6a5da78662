package se.samsteg.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds at a moment: what is submitted over what is stored. FEEL expressions of the form are evaluated on
 * it, as the browser evaluates them.
 *
 * @param scope of the task; null for a start form, which has nothing stored
 * @param submitted plain Java by key
 */
record FormState(Form form, @Nullable VariableScope scope, Map<String, @Nullable Object> submitted)
        implements VariableContext {

    @Nullable
    Object value(FormField field) {
        return submitted.containsKey(field.key()) ? submitted.get(field.key()) : stored(field);
    }

    /** What the field held before; its default in a start form. */
    @Nullable
    Object stored(FormField field) {
        return Plain.of(scope == null ? field.initial() : scope.getVariableTyped(field.key(), false));
    }

    /** Whether the box that asks whether a field's unlikely answer is meant is ticked. */
    boolean confirmed(FormField field) {
        return form.fields().stream()
                .filter(box -> box.property("confirms").equals(field.key()))
                .anyMatch(box -> Boolean.TRUE.equals(value(box)));
    }

    /** One row of a dynamic list, in the form around it. */
    FormState row(FormField list, Map<String, @Nullable Object> row) {
        return new FormState(new Form(form.id(), form.version(), list.columns()), scope, row);
    }

    boolean hidden(FormField field) {
        return field.hides().stream().anyMatch(this::holds);
    }

    /** Whether it cannot be told if the field is hidden: that depends on what only its task knew. */
    boolean untold(FormField field) {
        return field.hides().stream().anyMatch(hide -> !(evaluate(hide) instanceof Boolean));
    }

    /** A property that is true, or a FEEL expression that is. */
    boolean holds(JsonNode property) {
        return property.isTextual()
                ? property.asText().startsWith("=") && holds(property.asText().substring(1))
                : property.asBoolean();
    }

    private boolean holds(String expression) {
        return Boolean.TRUE.equals(evaluate(expression));
    }

    /** A number of the form's, or a FEEL expression that gives one. */
    @Nullable
    Number number(JsonNode property) {
        if (property.isNumber()) {
            return property.decimalValue();
        }
        String text = property.asText("");
        Object value = text.startsWith("=") ? evaluate(text.substring(1)) : null;
        if (value == null && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(text);
        }
        return value instanceof Number number ? number : null;
    }

    /** The values that a choice allows: written in the form, in a variable of the task, or computed. */
    Set<String> options(FormField field) {
        JsonNode json = field.json();
        Object options = null;
        if (json.has("valuesKey")) {
            String key = json.path("valuesKey").asText();
            options = scope == null ? null : Plain.of(scope.getVariableTyped(key, false));
        } else if (json.has("valuesExpression")) {
            String expression = json.path("valuesExpression").asText();
            options = evaluate(expression.startsWith("=") ? expression.substring(1) : expression);
        } else {
            options = Plain.parse(json.path("values").toString());
        }
        Set<String> allowed = new HashSet<>();
        if (options instanceof List<?> list) {
            for (Object option : list) {
                Object value = option instanceof Map<?, ?> map ? map.get("value") : option;
                allowed.add(String.valueOf(value));
            }
        }
        return allowed;
    }

    private @Nullable Object evaluate(String expression) {
        try {
            return Context.getProcessEngineConfiguration()
                    .getDmnEngineConfiguration()
                    .getFeelEngine()
                    .evaluateSimpleExpression(expression, this);
        } catch (FeelException e) {
            // As in the browser: a condition that cannot be computed hides nothing.
            return null;
        }
    }

    @Override
    public TypedValue resolve(String name) {
        Object value = form.field(name).map(this::shown).orElse(null);
        if (value == null && scope != null && form.field(name).isEmpty()) {
            value = Plain.of(scope.getVariableTyped(name, false));
        }
        return Variables.untypedValue(value);
    }

    /** What the browser has in an empty field: a text is empty and a box not ticked, never null. */
    private @Nullable Object shown(FormField field) {
        Object value = value(field);
        return value != null
                ? value
                : switch (field.type()) {
                    case TEXTFIELD, TEXTAREA -> "";
                    case CHECKBOX -> false;
                    case CHECKLIST, TAGLIST, DYNAMICLIST -> new ArrayList<>();
                    default -> null;
                };
    }

    @Override
    public boolean containsVariable(String name) {
        return form.field(name).isPresent() || scope != null && scope.hasVariable(name);
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new HashSet<>(form.keys());
        if (scope != null) {
            names.addAll(scope.getVariableNames());
        }
        return names;
    }
}
