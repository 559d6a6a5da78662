package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Managers read the diagrams in Cockpit, so how they are drawn is part of what we promise. */
class DiagramTest {

    /**
     * How many rules each model breaks that is still to be redrawn. A model that breaks fewer gets its new number here, one
     * that breaks none leaves the list: it only ever shrinks.
     */
    private static final Map<String, Integer> TO_BE_REDRAWN = Map.of(
            // Two loops, one in each of its two sub-processes.
            "sip.bpmn", 1);

    @TestFactory
    Stream<DynamicTest> everyProcessIsDrawnByTheRules() {
        return Models.files("processes", ".bpmn").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isDrawnByTheRules(file)));
    }

    private static void isDrawnByTheRules(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> broken = DiagramRules.brokenBy(Diagram.parse(name, Files.readString(file)));
        assertThat(broken)
                .withFailMessage(() -> broken.size() + " drawing rules are broken:\n" + String.join("\n", broken))
                .hasSize(TO_BE_REDRAWN.getOrDefault(name, 0));
    }

    @Test
    void aModelThatIsDrawnByTheRulesHasLeftTheListOfThoseToBeRedrawn() {
        assertThat(TO_BE_REDRAWN.values()).allMatch(broken -> broken > 0);
        assertThat(Models.files("processes", ".bpmn").stream()
                        .map(file -> file.getFileName().toString()))
                .containsAll(TO_BE_REDRAWN.keySet());
    }

    /** {@code render.mjs} notes what it drew each picture from. */
    @Test
    void everyPictureIsDrawnFromTheModelAsItIsNow() throws IOException {
        String now = Models.files("processes", ".bpmn").stream()
                .map(file -> sha256(file) + "  " + file.getFileName() + "\n")
                .collect(Collectors.joining());
        assertThat(Files.readString(Path.of("docs/pictures/processes.sha256")))
                .as("draw the models that differ anew: cd docs/pictures && node render.mjs <process>")
                .isEqualTo(now);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The same width for all, so that a task is as large in one picture as in another wherever they are shown. */
    @Test
    void allPicturesHaveOneScale() throws IOException {
        for (Path picture : Models.files("docs/pictures/processes", ".png")) {
            assertThat(width(picture)).as(picture.toString()).isEqualTo(2880);
        }
    }

    /** The first chunk of a PNG says how wide it is, four bytes after its name. */
    private static int width(Path picture) throws IOException {
        try (var bytes = new java.io.DataInputStream(Files.newInputStream(picture))) {
            bytes.skipNBytes(16);
            return bytes.readInt();
        }
    }
}
