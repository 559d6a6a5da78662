package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.FormFiles;
import se.samsteg.form.FormKeys;
import se.samsteg.form.FormText;

/** Facts are read by records and keys that their forms have. */
class FactOfTest {

    private static final Path MAIN = Path.of("src/main/java/se/samsteg");
    private static final Pattern READ =
            Pattern.compile("\\b(?:latest|all)\\((?:[\\w.]+|caseNumber\\(task\\)), (?:[^,()]+, )?([\\w.]+)\\.class\\)");
    private static final Pattern KEY = Pattern.compile("content ->>? '(\\w+)'");
    private static final Pattern KIND = Pattern.compile("kind = '([a-z-]+)'");

    private final List<Class<?>> reading = reading();

    private static List<Class<?>> reading() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(FactOf.class));
        return scanner.findCandidateComponents("se.samsteg").stream()
                .<Class<?>>map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void everyComponentOfARecordThatReadsFactsIsAKeyOfEachOfItsForms() {
        assertThat(reading).hasSizeGreaterThan(30);
        for (Class<?> type : reading) {
            for (String form : type.getAnnotation(FactOf.class).value()) {
                List<String> keys = FormFiles.text(form).fields().stream()
                        .map(FormText.Field::key)
                        .toList();
                assertThat(FormKeys.missing(type, keys))
                        .as("what %s reads and form %s does not have", type.getName(), form)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyRecordThatFactsAreReadAsNamesItsForm() throws IOException {
        Set<String> named = reading.stream()
                .map(type -> type.getPackageName() + " " + type.getSimpleName())
                .collect(Collectors.toSet());
        Set<String> read = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file).replaceAll("\\s+", " ");
            if (text.contains("import se.samsteg.casefile.Facts;")) {
                String module = "se.samsteg." + MAIN.relativize(file).getParent();
                READ.matcher(text)
                        .results()
                        .map(call -> module + " " + call.group(1).replaceFirst(".*\\.", ""))
                        .forEach(read::add);
            }
        }
        assertThat(read).hasSizeGreaterThan(25);
        assertThat(named).containsAll(read);
    }

    @Test
    void everyKeyThatSqlReadsOutOfAFactIsOneOfItsForm() throws IOException {
        int keys = 0;
        for (Path file : sources()) {
            for (String statement : Files.readString(file).split("\"\"\"")) {
                List<String> kinds = found(KIND, statement);
                if (!kinds.isEmpty()) {
                    for (String key : found(KEY, statement)) {
                        keys++;
                        assertThat(kinds)
                                .as("%s reads %s", file.getFileName(), key)
                                .anyMatch(
                                        kind -> FormFiles.text(kind).field(key).isPresent());
                    }
                }
            }
        }
        assertThat(keys).isPositive();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
