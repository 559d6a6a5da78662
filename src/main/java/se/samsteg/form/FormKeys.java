package se.samsteg.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Which keys of a form a record reads: one for each component, and one for each row of a numbered one. */
public final class FormKeys {

    private FormKeys() {}

    /**
     * A component, or a field of the rows of a numbered one.
     *
     * @param list the component's name
     * @param name of the field in the row; the component's where it is not numbered
     * @param before what stands before the number in a key; null where the component is not numbered
     */
    record Part(String list, String name, @Nullable String before) {

        private static Stream<Part> of(RecordComponent component) {
            Numbered numbered = component.getAnnotation(Numbered.class);
            String name = component.getName();
            return numbered == null
                    ? Stream.of(new Part(name, name, null))
                    : Arrays.stream(row(component).getRecordComponents())
                            .map(RecordComponent::getName)
                            .filter(field -> !field.equals(NUMBER))
                            .map(field -> new Part(name, field, numbered.value()));
        }

        private static Class<?> row(RecordComponent component) {
            return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        }

        boolean numbered() {
            return before != null;
        }

        /** The key of a row's field. */
        String key(Object number) {
            if (before == null) {
                return name;
            }
            return before.isEmpty() ? name + number : before + number + StringUtils.capitalize(name);
        }

        /** Matches each key; the number is group {@code n}. */
        Matcher matcher(String key) {
            return Pattern.compile(key("(?<n>[1-9][0-9]*)")).matcher(key);
        }
    }

    /** The component of a row that has its number. */
    static final String NUMBER = "number";

    /** The fields of the rows of a record's numbered components; empty for a type that has none. */
    static List<Part> numbered(Class<?> type) {
        return type.isRecord() ? parts(type).stream().filter(Part::numbered).toList() : List.of();
    }

    private static List<Part> parts(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(Part::of).toList();
    }

    /** Whether the record reads each of the keys and nothing else, and of each row the same fields. */
    public static boolean areThoseOf(Class<?> record, Collection<String> keys) {
        return missing(record, keys).isEmpty()
                && keys.stream().allMatch(key -> parts(record).stream()
                        .anyMatch(part -> part.matcher(key).matches()));
    }

    /** The components, and fields of rows, for which a row has no key. */
    public static Set<String> missing(Class<?> record, Collection<String> keys) {
        List<Part> parts = parts(record);
        Function<Part, Set<String>> rows = part -> keys.stream()
                .map(part::matcher)
                .filter(Matcher::matches)
                .map(found -> part.numbered() ? Objects.requireNonNull(found.group("n")) : "")
                .collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> rows.apply(part).isEmpty()
                        || parts.stream()
                                .anyMatch(other -> other.list.equals(part.list)
                                        && !rows.apply(other).equals(rows.apply(part))))
                .map(Part::name)
                .collect(Collectors.toSet());
    }
}
