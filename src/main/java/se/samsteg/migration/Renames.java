package se.samsteg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Where activities of earlier versions are now: {@code processes/<key>.moves.yml}, a line {@code old id: new id} each.
 * Nothing behind the colon says that an activity is gone and nothing took its place.
 */
@Component
class Renames {

    private static final String FILE = ".moves.yml";

    private final Map<String, Map<String, String>> byProcess = new HashMap<>();

    Renames() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*" + FILE)) {
            String name = String.valueOf(file.getFilename());
            try (InputStream content = file.getInputStream()) {
                byProcess.put(name.substring(0, name.length() - FILE.length()), renamed(read(content)));
            }
        }
    }

    /** New ids by old ones, null for what is gone. */
    static Map<String, @Nullable String> read(InputStream file) {
        Map<String, @Nullable String> moves = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        return moves == null ? Map.of() : moves;
    }

    private static Map<String, String> renamed(Map<String, @Nullable String> moves) {
        Map<String, String> renamed = new LinkedHashMap<>();
        moves.forEach((from, to) -> {
            if (to != null) {
                renamed.put(from, to);
            }
        });
        return Map.copyOf(renamed);
    }

    /** New ids by old ones; an id that is not among them has stayed, or is gone. */
    Map<String, String> of(String process) {
        return byProcess.getOrDefault(process, Map.of());
    }
}
