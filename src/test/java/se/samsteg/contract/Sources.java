package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The string literals of src/main/java: without those of comments, of lines that begin with an annotation, and of packages. */
final class Sources {

    private static final Path MAIN = Path.of("src/main/java/se/samsteg");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Sources() {}

    /**
     * Fails if one of the words is a literal.
     *
     * @param elsewhere the words that mean something else in a file, by the file's name; each must stand there
     * @param home where the words belong
     */
    static void assertNone(Set<String> words, Map<String, Set<String>> elsewhere, String home) throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> excused = new TreeSet<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            Set<String> meansElse = elsewhere.getOrDefault(name, Set.of());
            literals(file).filter(words::contains).forEach(word -> (meansElse.contains(word) ? excused : found)
                    .add(name + " " + word));
        }
        assertThat(found).as(home).isEmpty();
        assertThat(elsewhere.entrySet().stream()
                        .flatMap(file -> file.getValue().stream().map(word -> file.getKey() + " " + word)))
                .as("words that are excused stand there")
                .containsExactlyInAnyOrderElementsOf(excused);
    }

    /**
     * As {@link #assertNone} for words inside literals too.
     *
     * @param elsewhere as {@code File.java word}: what means something else there; each must stand there
     */
    static void assertNoWord(Set<String> words, Set<String> elsewhere, String home) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            literals(file)
                    .flatMap(literal -> Stream.of(literal.split("[^\\p{L}\\p{N}-]+")))
                    .filter(words::contains)
                    .forEach(word -> found.add(file.getFileName() + " " + word));
        }
        assertThat(found).as(home).containsExactlyInAnyOrderElementsOf(elsewhere);
    }

    private static Stream<String> literals(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("@"))
                .flatMap(line -> LITERAL.matcher(line).results().map(MatchResult::group))
                .map(literal -> literal.substring(1, literal.length() - 1));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
