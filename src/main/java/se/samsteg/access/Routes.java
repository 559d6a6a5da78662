package se.samsteg.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samsteg.access.Criterion.Kind;

/**
 * What the web applications may ask of Camunda's interface, and for whom, as {@code access/routes.txt} lists it. With
 * an identity provider the routes for passwords, for making accounts and for giving groups are closed to all users.
 */
@Component
class Routes {

    static final String BASE = "/camunda/api";

    /** What a path may consist of; an encoded colon stands in ids of definitions. Nothing here is decoded twice. */
    private static final Pattern PLAIN = Pattern.compile("(/([A-Za-z0-9._:@-]|%3A)+)+/?");

    /** Begins lines that are for accounts and passwords of Samsteg's own. */
    private static final String OWN_ACCOUNTS = "~";

    private final List<Route> all = new ArrayList<>();

    Routes(Environment environment) {
        boolean ownAccounts = !environment.acceptsProfiles(Profiles.of("prod"));
        Shapes shapes = Shapes.read();
        String application = null;
        for (String line : lines()) {
            if (line.startsWith("@")) {
                application = line.length() == 1 ? null : line.substring(1);
            } else {
                boolean own = line.startsWith(OWN_ACCOUNTS);
                Route route = Route.parse(own ? line.substring(OWN_ACCOUNTS.length()) : line, application, shapes);
                if (!own || ownAccounts) {
                    all.add(route);
                }
            }
        }
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("access/routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One line of the list.
     *
     * @param variables how many segments of the path may be anything
     * @param parameters of the query, by name
     * @param body null if it takes none
     * @param application that one must have a right to; null if any, or none
     */
    record Route(
            String line,
            String method,
            Pattern path,
            long variables,
            Map<String, Criterion> parameters,
            @Nullable Body body,
            @Nullable String application) {

        private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");
        private static final String BODY = "body";
        private static final String PAGE = "maxResults";

        /** There is one engine, and asking for another is a fault of the server to Camunda. */
        private static final String ENGINE = "{engine}";

        static Route parse(String line, @Nullable String application, Shapes shapes) {
            String[] parts = line.split("\\s+");
            if (parts.length < 2 || !METHODS.contains(parts[0]) || !parts[1].startsWith("/")) {
                throw new IllegalArgumentException("not a route: " + line);
            }
            List<String> segments = List.of(parts[1].substring(1).split("/"));
            Map<String, Criterion> parameters = new HashMap<>();
            Body body = null;
            for (String part : Arrays.asList(parts).subList(2, parts.length)) {
                int equals = part.indexOf('=');
                if (equals < 1 || parameters.containsKey(part.substring(0, equals))) {
                    throw new IllegalArgumentException(line + ": what may " + part + " be?");
                }
                String name = part.substring(0, equals);
                String said = part.substring(equals + 1);
                if (name.equals(BODY)) {
                    body = Body.parse(said, shapes);
                } else {
                    parameters.put(name, Criterion.parse(said));
                }
            }
            return new Route(
                    parts[0] + " " + parts[1],
                    parts[0],
                    Pattern.compile(segments.stream().map(Route::segment).collect(Collectors.joining("/", "/", "/?"))),
                    segments.stream().filter(one -> one.startsWith("{")).count(),
                    Map.copyOf(parameters),
                    body,
                    application);
        }

        private static String segment(String segment) {
            if (segment.equals(ENGINE)) {
                return "default";
            }
            return segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment);
        }

        boolean matches(String asked, String path) {
            return asked.equals(method) && this.path.matcher(path).matches();
        }

        /**
         * The same query, of nothing but what is allowed: a list that is asked for without end ends after a page.
         *
         * @return empty if something else is in it
         */
        Optional<Map<String, String>> query(Map<String, String> asked) {
            if (!asked.entrySet().stream()
                    .allMatch(one -> parameters.containsKey(one.getKey())
                            && parameters.get(one.getKey()).holds(one.getValue()))) {
                return Optional.empty();
            }
            Map<String, String> query = new LinkedHashMap<>(asked);
            if (parameters.containsKey(PAGE) && parameters.get(PAGE).isA(Kind.PAGE)) {
                query.putIfAbsent(PAGE, String.valueOf(Criterion.LONGEST_PAGE));
            }
            return Optional.of(query);
        }
    }

    /** All of them, as the list has them: {@code GET /engine/engine/{engine}/task/{id}}. */
    List<Route> all() {
        return List.copyOf(all);
    }

    /**
     * The route that is asked for: of several that fit the one that names most, as the engine chooses too.
     *
     * @param path as it was sent, below {@link #BASE}
     * @param applications that the user has a right to
     */
    Optional<Route> find(String method, String path, Set<String> applications) {
        if (!PLAIN.matcher(path).matches() || path.contains("..")) {
            return Optional.empty();
        }
        return all.stream()
                .filter(route -> route.matches(method, path))
                .min(Comparator.comparingLong(Route::variables))
                .filter(route -> route.application() == null || applications.contains(route.application()));
    }
}
