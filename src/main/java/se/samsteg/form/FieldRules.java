package se.samsteg.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a value that is there suits its field. */
final class FieldRules {

    /** Beyond it a number is no longer exact in the browser. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private FieldRules() {}

    /** What is wrong, to be read after the field's label; null if nothing is. */
    static @Nullable String violation(FormField field, @Nullable Object value, FormState state) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA ->
                value instanceof String text ? TextRules.violation(field, text, state) : field.expected();
            case NUMBER -> number(field, value, state);
            case DATETIME -> value instanceof String text ? DateRules.violation(field, text) : field.expected();
            case CHECKBOX -> value instanceof Boolean ? null : field.expected();
            case RADIO, SELECT ->
                scalar(value) && state.options(field).contains(String.valueOf(value)) ? null : field.expected();
            case CHECKLIST, TAGLIST ->
                value instanceof List<?> chosen && (chosen.isEmpty() || allowed(chosen, state.options(field)))
                        ? null
                        : field.expected();
            case DYNAMICLIST -> field.expected();
        };
    }

    private static boolean scalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static boolean allowed(List<?> chosen, Set<String> options) {
        Set<String> once = new HashSet<>();
        return chosen.stream()
                .allMatch(value ->
                        scalar(value) && options.contains(String.valueOf(value)) && once.add(String.valueOf(value)));
    }

    private static @Nullable String number(FormField field, @Nullable Object value, FormState state) {
        if (!(value instanceof Number) || value instanceof Double d && !Double.isFinite(d)) {
            return field.expected();
        }
        BigDecimal number = new BigDecimal(value.toString());
        if (number.abs().compareTo(LARGEST) > 0) {
            return field.expected();
        }
        JsonNode digits = field.json().path("decimalDigits");
        if (digits.isNumber() && number.stripTrailingZeros().scale() > digits.asInt()) {
            return digits.asInt() == 0 ? "skriv ett heltal." : "skriv högst " + digits.asInt() + " decimaler.";
        }
        Number min = state.number(field.rule("min"));
        if (min != null && number.compareTo(new BigDecimal(min.toString())) < 0) {
            return "skriv ett tal som är minst " + swedish(min) + ".";
        }
        Number max = state.number(field.rule("max"));
        if (max != null && number.compareTo(new BigDecimal(max.toString())) > 0) {
            return "skriv ett tal som är högst " + swedish(max) + ".";
        }
        return null;
    }

    private static String swedish(Number number) {
        return new BigDecimal(number.toString())
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
