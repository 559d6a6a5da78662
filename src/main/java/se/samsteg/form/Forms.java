package se.samsteg.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** The forms of the running models, and the values submitted in them. */
@Component
public class Forms {

    private final DeployedForms deployed;

    Forms(DeployedForms deployed) {
        this.deployed = deployed;
    }

    /**
     * The task's form with the values that its scope holds.
     *
     * @throws IllegalStateException if the task has no form
     */
    public Filled of(DelegateTask task) {
        return filled(deployed.of((TaskEntity) task), deployed.ofPhase((TaskEntity) task), task);
    }

    /**
     * The start form of a process with the values it was started with; only while the start event is not left yet.
     *
     * @throws IllegalStateException if the process has no start form
     */
    public Filled ofStart(DelegateExecution execution) {
        var process = ((ExecutionEntity) execution).getProcessDefinition();
        return filled(deployed.ofStart(process), deployed.ofPhase(process), execution);
    }

    /** A form of a process that no user has filled in, for what is decided without one. */
    public Filled unfilled(DelegateExecution execution, String formId) {
        String deployment = ((ExecutionEntity) execution).getProcessDefinition().getDeploymentId();
        Form form = deployed.of(deployment, formId, execution);
        return new Filled(form.id(), form.version(), Map.of());
    }

    /**
     * A value as a form shows it, for a listener that brings an open task up to date; a model's inputs need it not.
     *
     * @param value text, number, Boolean, date, list, map or record
     */
    public static Object shown(Object value) {
        return Objects.requireNonNull(Plain.toEngine(value));
    }

    /** @param phase the form that comes with the phase */
    private static Filled filled(Optional<Form> deployed, Optional<Form> phase, VariableScope scope) {
        Form form = deployed.orElseThrow(() -> new IllegalStateException("there is no form here"));
        FormState state = new FormState(form, scope, Map.of());
        Map<String, Object> values = new LinkedHashMap<>();
        List<Bound> bounds = new ArrayList<>();
        for (FormField field : form.fields()) {
            Object value = state.value(field);
            if (value == null && field.list()) {
                value = List.of();
            }
            if (value != null && !field.disabled() && !field.confirms() && !state.hidden(field)) {
                values.put(field.key(), value);
                String notBefore = field.property("notBefore");
                if (!notBefore.isEmpty() && value instanceof String date && !date.isEmpty()) {
                    bounds.add(new Bound(field.label(), LocalDate.parse(date), notBefore));
                }
            }
        }
        Set<String> own = new HashSet<>(form.keys());
        phase.map(Form::keys).ifPresent(own::removeAll);
        return new Filled(form.id(), form.version(), Collections.unmodifiableMap(values), List.copyOf(bounds), own);
    }

    /**
     * A day in a form that must not come before something else in the case.
     *
     * @param label of the field
     * @param notBefore {@code birth}, {@code case} or {@code enrolment}
     */
    public record Bound(String label, LocalDate day, String notBefore) {}

    /**
     * A form that was filled in and submitted.
     *
     * @param id the form's id, such as {@code planning-action-plan}
     * @param version what identifies the form's text at that time
     * @param values by key; empty fields, what the form hides and what only confirms left out, lists are never null
     * @param bounds of its days, to be checked against the case when it is recorded
     * @param own keys that a programme's own form has and the phase's form has not
     */
    public record Filled(String id, String version, Map<String, Object> values, List<Bound> bounds, Set<String> own) {

        /** A phase's form without days that are bound. */
        public Filled(String id, String version, Map<String, Object> values) {
            this(id, version, values, List.of(), Set.of());
        }

        /**
         * The content of the fact that it becomes.
         *
         * @param content what the phase reads; a programme's own answers are kept beside it, for the form to be read by
         * @return JSON
         */
        public String with(Record content) {
            if (own.isEmpty()) {
                return Json.write(content);
            }
            ObjectNode all = Json.MAPPER.valueToTree(content);
            own.stream()
                    .filter(values::containsKey)
                    .sorted()
                    .forEach(key -> all.set(key, Json.MAPPER.valueToTree(values.get(key))));
            return Json.write(all);
        }

        /**
         * The values as a record with the form's keys.
         *
         * @throws Refused as the record's constructor throws it
         */
        public <T extends Record> T as(Class<T> type) {
            try {
                return Json.MAPPER.convertValue(values, type);
            } catch (IllegalArgumentException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    Throwable actual = cause instanceof InvocationTargetException i ? i.getTargetException() : cause;
                    if (actual instanceof Refused refused) {
                        throw refused;
                    }
                }
                // The cause quotes what was typed, and messages outlive the case: it stays out.
                throw new IllegalStateException("form " + id + " does not fit " + type.getSimpleName());
            }
        }
    }
}
