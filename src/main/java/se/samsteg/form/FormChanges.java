package se.samsteg.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Changes one answer of a form that was filled in before, by the rules of that form. */
@Component
public class FormChanges {

    private final ProcessEngineConfigurationImpl engine;
    private final FormTexts texts;

    FormChanges(@Lazy ProcessEngineConfigurationImpl engine, FormTexts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /**
     * The answers with one of them changed. What the form hides because of it is left out, as when a form is filled in;
     * what it shows because of it stays empty, and the fact's own rules say whether it may; so they do of a field of which
     * only its task knew whether it shows. An answer that had to be given may be taken away where the form as it is now says
     * so (property removable): without it the note says nothing.
     *
     * @param version of the form in which the answers were given
     * @param value text, number, Boolean or list of texts; null if there is none
     * @throws Refused naming the field whose rule the value breaks
     */
    public Map<String, @Nullable Object> changed(
            String form, String version, Map<String, ?> answers, String key, @Nullable Object value) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> change(
                        texts.form(form, version).orElseThrow(),
                        answers,
                        key,
                        value,
                        value == null && texts.removable(form, key)));
    }

    private static Map<String, @Nullable Object> change(
            Form form, Map<String, ?> answers, String key, @Nullable Object value, boolean removed) {
        FormField field = form.field(key).orElseThrow();
        FormState before = new FormState(form, null, all(form, answers));
        Map<String, @Nullable Object> changed = all(form, answers);
        changed.put(key, value);
        FormState after = new FormState(form, null, changed);
        boolean leftOut = removed || value == null && after.untold(field);
        List<String> wrong = leftOut ? List.of() : FormRules.violations(after, field);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(answers);
        form.fields().stream()
                .filter(other -> !other.key().equals(key) && !before.hidden(other) && after.hidden(other))
                .forEach(other -> kept.put(other.key(), other.list() ? List.of() : null));
        kept.put(key, value);
        return kept;
    }

    /** The fields that the form asks for when it is filled in so: others were never answered. */
    public List<FormText.Field> asked(String form, String version, Map<String, ?> answers) {
        Optional<FormText> text = texts.of(form, version);
        return text.isEmpty()
                ? List.of()
                : engine.getCommandExecutorTxRequired().execute(context -> {
                    Form rules = texts.form(form, version).orElseThrow();
                    FormState state = new FormState(rules, null, all(rules, answers));
                    return text.get().fields().stream()
                            .filter(FormText.Field::answered)
                            .filter(field -> answers.get(field.key()) != null
                                    || !state.hidden(rules.field(field.key()).orElseThrow()))
                            .toList();
                });
    }

    private static Map<String, @Nullable Object> all(Form form, Map<String, ?> answers) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        form.fields().forEach(field -> all.put(field.key(), answers.get(field.key())));
        return all;
    }
}
