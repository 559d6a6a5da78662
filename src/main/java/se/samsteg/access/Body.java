package se.samsteg.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import se.samsteg.access.Shapes.Shape;

/**
 * The body that a route takes, as its line says after {@code body=}: {@code form:username,password},
 * {@code json:answers}, or a file of one media type, {@code file:application/pdf}. A size and a time may follow where
 * the usual ones do not fit: {@code file:application/pdf;20MB;60s}.
 *
 * @param type the one media type
 * @param size in bytes
 * @param time in which all of it must have come; null for the usual one
 * @param shape of JSON; null of everything else
 * @param fields of a form
 */
record Body(
        MediaType type,
        int size,
        @Nullable Duration time,
        @Nullable Shape shape,
        Set<String> fields) {

    private static final Pattern LINE =
            Pattern.compile("(form|json|file):([A-Za-z/+.,-]+)(?:;(\\d+[KM]B))?(?:;(\\d+)s)?");
    private static final DataSize JSON = DataSize.ofMegabytes(1);
    private static final DataSize FORM = DataSize.ofKilobytes(4);

    /** @throws IllegalArgumentException if it says nothing that can be understood */
    static Body parse(String text, Shapes shapes) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw new IllegalArgumentException("not a body: " + text);
        }
        String named = line.group(2);
        Duration time = line.group(4) == null ? null : Duration.ofSeconds(Long.parseLong(line.group(4)));
        return switch (line.group(1).toLowerCase(Locale.ROOT)) {
            case "json" ->
                new Body(MediaType.APPLICATION_JSON, size(line.group(3), JSON), time, shapes.get(named), Set.of());
            case "form" ->
                new Body(
                        MediaType.APPLICATION_FORM_URLENCODED,
                        size(line.group(3), FORM),
                        time,
                        null,
                        Set.copyOf(List.of(named.split(","))));
            default -> {
                if (line.group(3) == null || time == null) {
                    throw new IllegalArgumentException("a file needs a size and a time: " + text);
                }
                yield new Body(MediaType.parseMediaType(named), size(line.group(3), FORM), time, null, Set.of());
            }
        };
    }

    private static int size(@Nullable String said, DataSize usual) {
        return Math.toIntExact((said == null ? usual : DataSize.parse(said)).toBytes());
    }

    boolean isForm() {
        return !fields.isEmpty();
    }
}
