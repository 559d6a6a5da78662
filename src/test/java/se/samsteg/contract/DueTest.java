package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

/** How long a task may take stands in the programme's file, under the form that the model names. */
class DueTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern ASKED = Pattern.compile("programme\\.due\\(execution, '([a-z-]+)'\\)");
    private static final Pattern IN_CODE = Pattern.compile("\\.due\\(\"([a-z-]+)\"\\)");

    @Test
    void everyDeadlineThatIsAskedForIsSetAndEveryOneThatIsSetIsAskedFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        Models.processes().forEach((file, model) -> model.getModelElementsByType(UserTask.class)
                .forEach(task -> {
                    String due = task.getAttributeValueNs(CAMUNDA, "dueDate");
                    if (due != null && due.contains("programme.due(")) {
                        String form = task.getAttributeValueNs(CAMUNDA, "formRef");
                        var name = ASKED.matcher(due);
                        assertThat(name.find()).as(file + " " + due).isTrue();
                        assertThat(name.group(1)).as(file + " " + task.getId()).isEqualTo(form);
                        asked.add(form);
                    }
                }));
        assertThat(asked).hasSizeGreaterThan(25);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(java -> java.toString().endsWith(".java")).toList()) {
                IN_CODE.matcher(Files.readString(file)).results().forEach(name -> asked.add(name.group(1)));
            }
        }
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(programme.due().keySet()).as(programme.id()).containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void noModelSaysHowLongATaskMayTake() {
        for (Path file : Models.files("processes", ".bpmn")) {
            assertThat(file).content().doesNotContain("dueIn(").doesNotContainPattern("dueDate=\"P[0-9T]");
        }
    }
}
