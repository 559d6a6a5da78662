package se.samsteg.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;
import se.samsteg.Samsteg;

/** docs/architecture.md draws the packages as the code has them. */
class PackageDrawingTest {

    private static final Path DRAWN = Path.of("target/packages");
    private static final Path DOCS = Path.of("docs/pictures");

    private static final Pattern COMPONENT = Pattern.compile("as Samsteg\\.Samsteg\\.(\\w+)");
    private static final Pattern ARROW =
            Pattern.compile("(?m)^Samsteg\\.Samsteg\\.(\\w+) \\S+> Samsteg\\.Samsteg\\.(\\w+)");

    private static final ApplicationModules MODULES = ApplicationModules.of(Samsteg.class);

    @Test
    void theDrawingShowsThePackagesOfTheCode() throws IOException {
        Set<String> phases = Models.phases().values().stream()
                .map(type -> type.getPackageName().substring("se.samsteg.".length()))
                .collect(toSet());
        phases.removeAll(Set.of("casefile", "programme", "letter", "meeting", "staff"));
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(DRAWN.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults()
                        .withStyle(DiagramStyle.UML)
                        .withExclusions(module -> phases.contains(name(module))));
        String drawn = sorted(Files.readString(DRAWN.resolve("components.puml")));
        Files.writeString(DRAWN.resolve("packages.puml"), drawn);
        try (OutputStream picture = Files.newOutputStream(DRAWN.resolve("packages.svg"))) {
            new SourceStringReader(drawn).outputImage(picture, new FileFormatOption(FileFormat.SVG));
        }
        assertThat(DOCS.resolve("packages.puml"))
                .as("cp target/packages/packages.* docs/pictures, and look at it")
                .hasContent(drawn);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /**
     * Components and arrows of the Documenter's drawing in a fixed order, without its colours and the long names, laid out
     * without Graphviz. Several arrows from one package to another are one.
     */
    private static String sorted(String drawing) {
        Stream<String> components = COMPONENT
                .matcher(drawing)
                .results()
                .map(found -> "component " + found.group(1).toLowerCase(Locale.ROOT));
        Stream<String> arrows = ARROW.matcher(drawing)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT) + " --> "
                        + found.group(2).toLowerCase(Locale.ROOT));
        return "@startuml\n!pragma layout smetana\nskinparam componentStyle rectangle\n"
                + Stream.concat(components.sorted(), arrows.sorted().distinct()).collect(joining("\n"))
                + "\n@enduml\n";
    }

    @Test
    void theTableOfAllowedDependenciesIsThatOfTheCode() throws IOException {
        String rows = MODULES.stream()
                .sorted(Comparator.comparing(PackageDrawingTest::name))
                .map(module -> "| " + name(module) + " | " + allowed(module) + " |")
                .collect(joining("\n"));
        assertThat(Files.readString(Path.of("docs/architecture.md")))
                .as("the table of docs/architecture.md must read\n" + rows)
                .contains(rows);
    }

    private static String allowed(ApplicationModule module) {
        try {
            String[] allowed = Class.forName("se.samsteg." + name(module) + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                    .allowedDependencies();
            return allowed.length == 0 ? "–" : String.join(", ", allowed);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class of more than 250 lines says in docs/architecture.md why it is one. */
    @Test
    void aLongClassSaysWhyItIsOne() throws IOException {
        String architecture = Files.readString(Path.of("docs/architecture.md"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> unsaid = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 250)
                    .map(file -> file.getParent().getFileName() + "/"
                            + file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !architecture.contains("`" + name + "`"))
                    .toList();
            assertThat(unsaid).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
