package se.samsteg.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Answers as a person reads them, in the words of the form that asked. */
public final class AnswerText {

    private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

    private AnswerText() {}

    /**
     * @param field null where the form knows no such field any more
     * @param elsewhere words for what a form lets choose among something that stands elsewhere: a colleague, a step
     */
    public static String of(FormText.@Nullable Field field, JsonNode value, UnaryOperator<String> elsewhere) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(one -> of(field, one, elsewhere))
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(one -> of(field, one.getValue(), elsewhere))
                    .collect(Collectors.joining(", "));
        }
        String text = value.asText();
        if (field != null && field.options().containsKey(text)) {
            return field.options().get(text);
        }
        if (field != null && field.free() || !value.isTextual()) {
            return plain(value);
        }
        String known = elsewhere.apply(text);
        return known.equals(text) ? plain(value) : known;
    }

    /** Yes or no, a day, a time to the minute; anything else as it is. */
    public static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "Ja" : "Nej";
        }
        String text = value.asText();
        if (CLOCK.matcher(text).matches()) {
            return text.substring(0, 5);
        }
        return TIME.matcher(text).matches() ? text.substring(0, 16).replace('T', ' ') : text;
    }

    /** Whether anything is answered. */
    public static boolean says(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isMissingNode() && !value.isNull() && !value.asText().isBlank();
    }
}
