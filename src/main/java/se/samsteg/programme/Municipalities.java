package se.samsteg.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Sweden's municipalities by the four digits that Statistics Sweden (SCB) gives them: two of the county, two of the
 * municipality.
 */
public final class Municipalities {

    private static final Map<String, String> NAMES = read();

    private Municipalities() {}

    /** Name by code, {@code 0127} to {@code Botkyrka}. */
    public static Map<String, String> names() {
        return NAMES;
    }

    private static Map<String, String> read() {
        Map<String, String> names = new LinkedHashMap<>();
        try {
            new ClassPathResource("municipalities.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";", 2))
                    .forEach(columns -> names.put(columns[0], columns[1]));
            return Collections.unmodifiableMap(names);
        } catch (IOException e) {
            throw new UncheckedIOException("municipalities.csv", e);
        }
    }
}
