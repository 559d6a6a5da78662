package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there, and each file's name is one on every file system. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    /** A class as documents name it, {@code GateTest} or {@code access/GateTest}, of two words at least. */
    private static final Pattern CLASS =
            Pattern.compile("`(?:([a-z]+)/)?((?:[A-Z][a-z0-9]+){2,})(?:\\.[a-zA-Z_]+(?:\\([^`]*\\))?)?`");

    /** Names of others: Camunda's, Spring's and the field's. */
    private static final Set<String> FOREIGN = Set.of("BadRequestException");

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "data", ".idea");

    @Test
    void aLinkInADocumentLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)).normalize())) {
                    broken.add(document + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aClassThatADocumentNamesExists() throws IOException {
        Set<String> classes = files(file -> file.toString().endsWith(".java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> inPackages = files(file -> file.toString().endsWith(".java"))
                .map(file -> file.getParent().getFileName() + "/"
                        + file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Path document : documents()) {
            Matcher named = CLASS.matcher(Files.readString(document));
            while (named.find()) {
                boolean known = named.group(1) == null
                        ? classes.contains(named.group(2)) || FOREIGN.contains(named.group(2))
                        : inPackages.contains(named.group(1) + "/" + named.group(2));
                if (!known) {
                    unknown.add(document + ": " + named.group());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** A picture of a screen that no document shows is not looked at and grows old. */
    @Test
    void everyPictureOfAScreenIsShownInTheReadmeAndTakenByTheScript() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String script = Files.readString(Path.of("docs/pictures/screens.mjs"));
        for (Path picture : Models.files("docs/pictures/screens", ".png")) {
            assertThat(readme).contains("docs/pictures/screens/" + picture.getFileName());
            assertThat(script).contains("'" + Models.name(picture) + "'");
        }
    }

    /** A checkout on macOS or Windows loses one of two files whose names differ by case. */
    @Test
    void noTwoPathsDifferByCaseOnly() throws IOException {
        var byName = files(file -> true)
                .collect(Collectors.groupingBy(file -> file.toString().toLowerCase(Locale.ROOT)));
        assertThat(byName.values()).allMatch(same -> same.size() == 1);
    }

    private static List<Path> documents() throws IOException {
        return files(file -> file.toString().endsWith(".md")).toList();
    }

    private static Stream<Path> files(Predicate<Path> wanted) throws IOException {
        try (var all = Files.walk(Path.of(""))) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(file, path -> path != null, Path::getParent)
                            .noneMatch(path -> path.getFileName() != null
                                    && NOT_OURS.contains(path.getFileName().toString())))
                    .filter(wanted)
                    .toList()
                    .stream();
        }
    }
}
