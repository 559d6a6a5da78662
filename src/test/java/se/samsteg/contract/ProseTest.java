package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, docs and method names name their subject: docs/style.md. */
class ProseTest {

    private static final Pattern UNNAMED =
            Pattern.compile("\\b(somebody|whoever|nobody|whatever|anybody)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNNAMED_IN_METHOD =
            Pattern.compile("(void|boolean) \\w*([sS]omebody|[wW]hoever|[nN]obody|[wW]hatever|[aA]nybody)\\w*\\(");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|/?\\*)");
    private static final Pattern CODE = Pattern.compile("\\{@code [^}]*}|`[^`]*`|\"[^\"]*\"");

    @Test
    void docsNameTheSubject() throws IOException {
        assertThat(found(UNNAMED.asPredicate(), ".md", "docs", "README.md", "CONTRIBUTING.md"))
                .isEmpty();
    }

    @Test
    void commentsNameTheSubject() throws IOException {
        assertThat(found(
                        line -> COMMENT.matcher(line).lookingAt()
                                && UNNAMED.matcher(line).find(),
                        ".java",
                        "src/main/java",
                        "src/test/java"))
                .isEmpty();
    }

    @Test
    void methodsNameTheSubject() throws IOException {
        assertThat(found(UNNAMED_IN_METHOD.asPredicate(), ".java", "src/main/java", "src/test/java"))
                .isEmpty();
    }

    private static List<String> found(Predicate<String> wrong, String kind, String... roots) throws IOException {
        List<String> found = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(path -> path.toString().endsWith(kind)
                                && !path.toString().contains("node_modules"))
                        .toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> wrong.test(CODE.matcher(line).replaceAll("")))
                            .forEach(line -> found.add(file + ": " + line.strip()));
                }
            }
        }
        return found;
    }
}
