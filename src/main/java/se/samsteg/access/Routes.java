package se.samsteg.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the web applications may ask of Camunda's interface, as {@code access/routes.txt} lists it. */
@Component
class Routes {

    static final String BASE = "/camunda/api";

    /** What a path may consist of; an encoded colon stands in ids of definitions. Nothing here is decoded twice. */
    private static final Pattern PLAIN = Pattern.compile("(/([A-Za-z0-9._:@-]|%3A)+)+/?");

    private final List<Route> all;

    Routes() {
        try {
            all = new ClassPathResource("access/routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the list. */
    record Route(String method, Pattern path, Set<String> parameters) {

        static Route parse(String line) {
            String[] parts = line.split("\\s+");
            String path = Arrays.stream(parts[1].substring(1).split("/"))
                    .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                    .collect(Collectors.joining("/", "/", "/?"));
            return new Route(
                    parts[0],
                    Pattern.compile(path),
                    Set.copyOf(Arrays.asList(parts).subList(2, parts.length)));
        }

        boolean matches(String asked, String path) {
            return asked.equals(method) && this.path.matcher(path).matches();
        }
    }

    /**
     * @param path as it was sent, below {@link #BASE}
     * @param parameters names of the query
     */
    boolean allow(String method, String path, Set<String> parameters) {
        return PLAIN.matcher(path).matches()
                && !path.contains("..")
                && all.stream()
                        .anyMatch(route -> route.matches(method, path)
                                && route.parameters().containsAll(parameters));
    }
}
