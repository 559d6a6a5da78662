package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** What is typed in a start form stands in process scope until its listener has recorded it. */
class StartFormTest {

    private static final Pattern READ_OF_A_START = Pattern.compile("variables\\.get\\(\"(\\w+)\"\\)");
    private static final Pattern OF_A_PROCESS = Pattern.compile("(?<!\\btask)\\.[gs]etVariable\\(\\s*\"(\\w+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("(\\$\\{[^}]*\\})");
    private static final Pattern IN_EXPRESSION = Pattern.compile("(?<![.\\w])([a-z]\\w*)(?![\\w(.])");

    /**
     * It would be taken for the variable before it is recorded, and the variable would be removed with it. Tasklist sends a
     * field that is left empty too. The start event says which answers are the variable: property {@code keep}.
     */
    @Test
    void noAnswerHasTheNameOfAVariableOfTheProcessThatIsSomethingElse() {
        Set<String> taken = new TreeSet<>();
        Set<String> ofEveryStart = names(READ_OF_A_START, source(Path.of("src/main/java/se/samsteg/engine")));
        assertThat(ofEveryStart).contains("caseNumber", "programme");
        Models.processes().forEach((process, model) -> start(model).forEach(start -> {
            Set<String> variables = new HashSet<>(ofEveryStart);
            variables.addAll(variables(process, model));
            variables.removeAll(kept(start));
            variables.remove("caseNumber"); // of an answer the case's association is found too
            keys(start.getCamundaFormRef()).filter(variables::contains).forEach(key -> taken.add(process + " " + key));
        }));
        assertThat(taken).containsExactly("outreach awaySince"); // read before it is recorded, and required
    }

    private static Stream<StartEvent> start(BpmnModelInstance model) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null && start.getParentElement() instanceof Process);
    }

    private static Stream<String> keys(String form) {
        List<JsonNode> fields = Models.fields(Models.forms().get(form));
        return fields.stream().map(field -> field.path("key").asText());
    }

    /** What the phase's classes set and read, and what the model's expressions are about. */
    private static Set<String> variables(String process, BpmnModelInstance model) {
        String expressions = EXPRESSION
                .matcher(Bpmn.convertToString(model))
                .results()
                .map(found -> found.group(1).replaceAll("'[^']*'", ""))
                .collect(Collectors.joining("\n"));
        Set<String> variables = names(IN_EXPRESSION, expressions);
        Class<?> phase = Models.phases().get(process);
        if (phase != null) {
            Path folder = Path.of("src/main/java", phase.getPackageName().replace('.', '/'));
            variables.addAll(names(OF_A_PROCESS, source(folder)));
        }
        return variables;
    }

    private static Set<String> kept(StartEvent start) {
        return start.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> "keep".equals(property.getCamundaName()))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(Path folder) {
        return Models.files(folder.toString(), ".java").stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }
}
