package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsteg.Npm;

/** Every script, in the web applications, the tests and the documentation, is as Biome ({@code biome.json}) wants it. */
class ScriptsTest {

    private static final List<Path> OF_THE_WEB_APPLICATIONS = List.of(
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app"),
            Path.of("src/main/resources/plugin-webapp"));

    /** Settings and names, which touch nothing of Camunda's pages. */
    private static final Set<String> TOUCHING_NOTHING = Set.of("config.js", "fields.js", "case-number.js");

    /** At the file's beginning; a line may end in it. */
    private static final Pattern HEAD = Pattern.compile("\\A/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern VERSION = Pattern.compile("<camunda.version>([^<]+)</camunda.version>");

    @Test
    void aScriptThatChangesCamundasPagesNamesTheVersionItWasWrittenAgainst() throws IOException {
        var version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        List<String> unnamed = new ArrayList<>();
        for (Path script : scripts()) {
            var head = HEAD.matcher(Files.readString(script));
            String text = head.find() ? head.group().replaceAll("[\\s*]+", " ") : "";
            if (!text.contains("Written against Camunda " + version.group(1) + ".")) {
                unnamed.add(script.toString());
            }
        }
        assertThat(unnamed)
                .as("scripts to be tried against Camunda %s; their heads then say so", version.group(1))
                .isEmpty();
    }

    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path folder : OF_THE_WEB_APPLICATIONS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".js"))
                        .filter(file ->
                                !TOUCHING_NOTHING.contains(file.getFileName().toString()))
                        .forEach(scripts::add);
            }
        }
        return scripts;
    }

    @Test
    void scriptsAreFormattedAndHaveNoFaultThatBiomeFinds() throws IOException, InterruptedException {
        Npm.assumeInstalled("scripts are not checked");
        Npm samsteg = new Npm(Path.of("."));
        samsteg.install();
        var check = samsteg.run("run", "--silent", "check", "--", "--colors=off");
        assertThat(check.exitCode())
                .as("npm run check (npm run format mends what it can):%n%s", check.output())
                .isZero();
    }
}
