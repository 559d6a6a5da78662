package se.samsteg.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks every submission against its form, on every route: forms are otherwise checked only in the browser. Texts are
 * made plain before they are checked; a person who must not be named is taken out of them afterwards. Runs inside the
 * command context and before the command. Commands that a model or a bean of ours executes within it are not checked.
 */
@Component
@Order(8)
final class FormGuard extends CommandInterceptor {

    /** The engine keeps no longer text, and the form allows none; what is hidden may have been shorter than its sign. */
    private static final int LONGEST = 4000;

    /** As an id of the database. */
    private static final int LONGEST_NAME = 36;

    private final DeployedForms forms;
    private final Concealment concealment;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    FormGuard(DeployedForms forms, Concealment concealment) {
        this.forms = forms;
        this.concealment = concealment;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (inside.get()) {
            return next.execute(command);
        }
        inside.set(true);
        try {
            CommandContext context = Objects.requireNonNull(Context.getCommandContext());
            Submission.of(command, context).ifPresent(submission -> take(submission, context));
            return next.execute(command);
        } finally {
            inside.remove();
        }
    }

    private void take(Submission submission, CommandContext context) {
        Optional<Form> form = submission.task() != null
                ? forms.of(submission.task())
                : forms.ofStart(Objects.requireNonNull(submission.process()));
        Submission plain =
                form.map(f -> submission.with(plainTexts(submission, f))).orElse(submission);
        check(plain, form, context);
        form.ifPresent(f -> plain.with(concealed(plain, f)));
    }

    /** The answers that are to be stored without a person in them. */
    private Map<String, Object> concealed(Submission submission, Form form) {
        UnaryOperator<String> concealing = concealment.about(named(submission));
        Map<String, Object> concealed = new LinkedHashMap<>();
        submission.values().forEach((key, value) -> {
            Object said = Plain.submitted(value);
            if (said != null) {
                Object stored = Written.stored(form, key, said, concealing);
                if (!stored.equals(said)) {
                    concealed.put(
                            key,
                            stored instanceof String text && text.length() > LONGEST
                                    ? text.substring(0, LONGEST)
                                    : Forms.shown(stored));
                }
            }
        });
        return concealed;
    }

    private static Set<String> named(Submission submission) {
        Set<String> named = new HashSet<>();
        TaskEntity task = submission.task();
        if (task != null) {
            VariableMap held = task.getVariablesTyped(false);
            held.keySet().forEach(key -> addWords(Plain.of(held.getValueTyped(key)), named));
            if (task.getProcessInstance() != null) {
                addWords(task.getProcessInstance().getBusinessKey(), named);
            }
        }
        submission.values().values().forEach(value -> addWords(Plain.submitted(value), named));
        return named;
    }

    private static void addWords(@Nullable Object value, Set<String> words) {
        if (value instanceof String text && text.length() <= LONGEST_NAME) {
            words.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(one -> addWords(one, words));
        }
    }

    /** The texts that are to be stored otherwise than they came. */
    private static Map<String, String> plainTexts(Submission submission, Form form) {
        Map<String, String> plain = new LinkedHashMap<>();
        submission.values().forEach((key, value) -> form.field(key)
                .filter(FormField::written)
                .filter(field -> Plain.submitted(value) instanceof String)
                .ifPresent(field -> {
                    String typed = String.valueOf(Plain.submitted(value));
                    String text = InputText.of(typed, field.lines());
                    if (!text.equals(typed)) {
                        plain.put(key, text);
                    }
                }));
        return plain;
    }

    private static void check(Submission submission, Optional<Form> form, CommandContext context) {
        List<String> wrong = form.map(f -> violations(submission, f)).orElse(List.of());
        if (!wrong.isEmpty()) {
            mayAct(submission, context.getProcessEngineConfiguration().getCommandCheckers());
            throw new Refused(wrong);
        }
    }

    private static List<String> violations(Submission submission, Form form) {
        if (submission.kind() == Submission.Kind.FORBIDDEN) {
            return List.of("Uppgifterna kan bara lämnas i formuläret.");
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        submission.values().forEach((key, value) -> plain.put(key, Plain.submitted(value)));
        FormState state = new FormState(form, submission.task(), plain);
        return FormRules.violations(state, submission.kind() == Submission.Kind.COMPLETE);
    }

    /** A user who may not do the task or start the process is told that, and nothing about the form. */
    private static void mayAct(Submission submission, List<CommandChecker> checkers) {
        ProcessDefinitionEntity process = submission.process();
        for (CommandChecker checker : checkers) {
            if (submission.task() != null) {
                checker.checkTaskWork(submission.task());
            } else if (process != null) {
                checker.checkCreateProcessInstance(process);
            }
        }
    }
}
