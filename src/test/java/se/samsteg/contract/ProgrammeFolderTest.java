package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samsteg.form.FormFiles;
import se.samsteg.form.FormKeys;
import se.samsteg.form.Json;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * The files of a folder of programmes: those of the tests, or of the folder that {@code -Dsamsteg.programmes} names. What
 * only a start can check (what models may call) stops the start.
 */
class ProgrammeFolderTest {

    static final Path FOLDER = Path.of(System.getProperty("samsteg.programmes", "src/test/resources/folder"));
    private static final Programmes PROGRAMMES = ProgrammeFiles.with(FOLDER);

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w+$", "");
    }

    @Test
    void everySettingsFileHasAModelOfItsNameAndDecisionsThatExist() {
        List<Path> settings = files("programmes", ".yml");
        assertThat(settings).isNotEmpty();
        Set<String> decisions = Stream.concat(
                        Models.decisions().stream(),
                        files("processes/decisions", ".dmn").stream().map(ProgrammeFolderTest::name))
                .collect(Collectors.toSet());
        for (Path file : settings) {
            Settings programme = PROGRAMMES.get(name(file));
            assertThat(FOLDER.resolve("processes/" + programme.id() + ".bpmn")).exists();
            assertThat(decisions)
                    .contains(
                            programme.eligibility().decision(),
                            programme.waiting().decision());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyModelIsDrawnByTheRules() {
        return files("processes", ".bpmn").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> assertThat(DiagramRules.brokenBy(
                                Diagram.parse(file.getFileName().toString(), Files.readString(file))))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyDecisionCanBeRead() {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        return files("processes/decisions", ".dmn").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    try (var text = Files.newInputStream(file)) {
                        assertThat(engine.parseDecision(name(file), text).isDecisionTable())
                                .isTrue();
                    }
                }));
    }

    /** A programme may ask more than a phase's form, and leave out what its phase can do without. */
    @TestFactory
    Stream<DynamicTest> everyFormHasWhatItsPhaseNeeds() {
        return Stream.concat(files("forms", ".form").stream(), own().stream())
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + " " + name(file), () -> hasWhatItsPhaseNeeds(file)));
    }

    /** The programmes' own forms of the repository. */
    private static List<Path> own() {
        return FormFiles.allWithOwn().stream()
                .filter(id -> id.contains("."))
                .map(id -> Path.of("forms", id.replace('.', '/') + ".form"))
                .toList();
    }

    private static void hasWhatItsPhaseNeeds(Path file) throws IOException {
        String programme = file.getParent().getFileName().toString();
        String text = ProgrammeFiles.forms(PROGRAMMES)
                .own(programme, Files.readString(file))
                .values()
                .iterator()
                .next();
        JsonNode form = Json.tree(text);
        assertThat(form.path("id").asText()).isEqualTo(programme + "." + name(file));
        Set<String> keys = FormTest.inputs(form);
        Class<?> record = record(FormTest.inputs(Models.forms().get(name(file))));
        assertThat(Stream.of(record.getRecordComponents())
                        .filter(part -> !part.getType().isPrimitive() && !nullable(part))
                        .map(RecordComponent::getName)
                        .filter(part -> !List.class.equals(part(record, part).getType()))
                        .filter(part -> !keys.contains(part)))
                .as("fields that the phase of " + name(file) + " needs")
                .isEmpty();
    }

    private static RecordComponent part(Class<?> record, String name) {
        return Stream.of(record.getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean nullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Class<?> record(Set<String> keys) {
        return Models.CODE.stream()
                .filter(JavaClass::isRecord)
                .<Class<?>>map(JavaClass::reflect)
                .filter(record -> FormKeys.areThoseOf(record, keys))
                .findFirst()
                .orElseThrow();
    }
}
