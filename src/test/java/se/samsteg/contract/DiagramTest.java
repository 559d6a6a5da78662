package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Managers read the diagrams in Cockpit, so how they are drawn is part of what we promise. */
class DiagramTest {

    @TestFactory
    Stream<DynamicTest> everyProcessIsDrawnByTheRules() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isDrawnByTheRules(file)));
        }
    }

    private static void isDrawnByTheRules(Path file) throws IOException {
        List<String> broken =
                DiagramRules.brokenBy(Diagram.parse(file.getFileName().toString(), Files.readString(file)));
        assertThat(broken)
                .withFailMessage(() -> broken.size() + " drawing rules are broken:\n" + String.join("\n", broken))
                .isEmpty();
    }
}
