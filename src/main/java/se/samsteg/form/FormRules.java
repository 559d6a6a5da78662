package se.samsteg.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a filled-in form; one Swedish sentence each, which never holds more than one character of what was
 * typed.
 */
final class FormRules {

    private static final int LONGEST_LIST = 200;

    private final FormState state;
    private final boolean complete;
    private final List<String> wrong = new ArrayList<>();

    private FormRules(FormState state, boolean complete) {
        this.state = state;
        this.complete = complete;
    }

    /** @param complete whether what is required must be there; not so for a draft */
    static List<String> violations(FormState state, boolean complete) {
        return new FormRules(state, complete).check();
    }

    /** What is wrong with one field, independent of the others. */
    static List<String> violations(FormState state, FormField field) {
        FormRules rules = new FormRules(state, true);
        Object value = state.value(field);
        String violation = rules.violation(field, value);
        if (violation != null) {
            rules.add(field, violation);
        } else if (field.required() && blank(value)) {
            rules.add(field, field.missing());
        }
        return rules.wrong;
    }

    private List<String> check() {
        for (FormField field : state.form().fields()) {
            check(field);
        }
        state.submitted().keySet().stream()
                .filter(key -> state.form().field(key).isEmpty())
                .map(FormRules::unknown)
                .forEach(wrong::add);
        return wrong;
    }

    /**
     * A key that looks like one is named, which helps a caller of the interface; any other may be text that was typed.
     */
    private static String unknown(String key) {
        return "Formuläret har inget " + (key.matches("[a-zA-Z]{1,40}") ? "fält " + key + "." : "sådant fält.");
    }

    private void check(FormField field) {
        boolean submitted = state.submitted().containsKey(field.key());
        Object value = state.value(field);
        if (field.disabled()) {
            if (submitted) {
                add(field, "fältet kan inte ändras.");
            }
        } else if (state.hidden(field)) {
            if (submitted && !blank(value)) {
                add(field, "fältet visas inte och kan inte fyllas i.");
            }
        } else if (submitted && state.holds(field.json().path("readonly"))) {
            if (!same(value, state.stored(field))) {
                add(field, "fältet kan inte ändras.");
            }
        } else {
            String violation = submitted ? violation(field, value) : null;
            if (violation == null
                    && field.type() == FormField.Type.DATETIME
                    && value instanceof String date
                    && !date.isEmpty()) {
                violation = submitted ? DateRules.outOfSense(field, date) : null;
                if (violation == null && complete) {
                    violation = DateRules.unlikely(state, field, date);
                }
            }
            if (violation != null) {
                add(field, violation);
            } else if (complete
                    && blank(value)
                    && field.required()
                    && !state.holds(field.json().path("readonly"))) {
                add(field, field.missing());
            }
        }
    }

    private @Nullable String violation(FormField field, @Nullable Object value) {
        if (value == null || value.equals("") && field.empties()) {
            return null;
        }
        if (field.type() == FormField.Type.DYNAMICLIST && value instanceof List<?> rows) {
            return checkRows(field, rows);
        }
        return FieldRules.violation(field, value, state);
    }

    private @Nullable String checkRows(FormField list, List<?> rows) {
        if (rows.size() > LONGEST_LIST) {
            return "skriv högst " + LONGEST_LIST + " rader.";
        }
        for (int n = 0; n < rows.size(); n++) {
            if (!(rows.get(n) instanceof Map<?, ?> row)) {
                return list.expected();
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            list.columns().forEach(column -> values.put(column.key(), null));
            row.forEach((key, cell) -> values.put(String.valueOf(key), cell));
            String where = list.label() + ", rad " + (n + 1) + ", ";
            violations(state.row(list, values), complete).forEach(violation -> wrong.add(where + violation));
        }
        return null;
    }

    private void add(FormField field, String violation) {
        String label = field.label();
        wrong.add(label.endsWith("?") ? label + " – " + violation : label + ": " + violation);
    }

    /** An unticked box counts as nothing, as it does in the browser. */
    private static boolean blank(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (blank(one) || blank(other)) {
            return blank(one) && blank(other);
        }
        return one instanceof Number a && other instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : InputText.of(String.valueOf(one), true).equals(InputText.of(String.valueOf(other), true));
    }
}
