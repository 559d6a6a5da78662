package se.samsteg.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the web applications may ask of Camunda's interface, and for whom, as {@code access/routes.txt} lists it. Where an
 * identity provider says who somebody is, nobody logs in with a password, makes an account or gives a group.
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
        String application = null;
        for (String line : lines()) {
            if (line.startsWith("@")) {
                application = line.length() == 1 ? null : line.substring(1);
            } else if (!line.startsWith(OWN_ACCOUNTS)) {
                all.add(Route.parse(line, application));
            } else if (ownAccounts) {
                all.add(Route.parse(line.substring(OWN_ACCOUNTS.length()), application));
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
     * @param application that one must have a right to; null if any, or none
     */
    record Route(
            String line,
            String method,
            Pattern path,
            Set<String> parameters,
            @Nullable String application) {

        static Route parse(String line, @Nullable String application) {
            String[] parts = line.split("\\s+");
            String path = Arrays.stream(parts[1].substring(1).split("/"))
                    .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                    .collect(Collectors.joining("/", "/", "/?"));
            return new Route(
                    parts[0] + " " + parts[1],
                    parts[0],
                    Pattern.compile(path),
                    Set.copyOf(Arrays.asList(parts).subList(2, parts.length)),
                    application);
        }

        boolean matches(String asked, String path) {
            return asked.equals(method) && this.path.matcher(path).matches();
        }
    }

    /** Each as the list has it, {@code GET /engine/engine/{engine}/task/{id}}. */
    List<String> all() {
        return all.stream().map(Route::line).toList();
    }

    /**
     * @param path as it was sent, below {@link #BASE}
     * @param parameters names of the query
     * @param applications that whoever asks has a right to
     */
    boolean allow(String method, String path, Set<String> parameters, Set<String> applications) {
        return PLAIN.matcher(path).matches()
                && !path.contains("..")
                && all.stream()
                        .anyMatch(route -> route.matches(method, path)
                                && route.parameters().containsAll(parameters)
                                && (route.application() == null || applications.contains(route.application())));
    }
}
