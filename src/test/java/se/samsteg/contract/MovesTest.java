package se.samsteg.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Where a case of a released model waits, today's model has a place for it, or a file beside it says where it is now. */
class MovesTest {

    private static final String FILE = ".moves.yml";

    @Test
    void eachPlaceWhereACaseOfAReleaseMayWaitIsInTodaysModelOrInItsFileOfMoves() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path file : released()) {
            String process = process(file);
            Map<String, FlowNode> now = places(Models.processes().get(process));
            Map<String, @Nullable String> moves = moves(process);
            places(Bpmn.readModelFromFile(file.toFile())).forEach((id, place) -> {
                FlowNode same = now.get(id);
                if (moves.containsKey(id)) {
                    return;
                }
                if (same == null) {
                    lost.add(file + ": " + id + " is gone");
                } else if (!kind(place).equals(kind(same))) {
                    lost.add(file + ": " + id + " was " + kind(place) + " and is " + kind(same));
                }
            });
        }
        assertThat(lost)
                .as("processes/<key>.moves.yml says where it is now, or that it is gone")
                .isEmpty();
    }

    @Test
    void eachLineOfAFileOfMovesLeadsFromAReleasedModelToTodays() throws IOException {
        Map<String, Set<String>> ever = new HashMap<>();
        for (Path file : released()) {
            ever.computeIfAbsent(process(file), key -> new HashSet<>())
                    .addAll(places(Bpmn.readModelFromFile(file.toFile())).keySet());
        }
        for (Path file : Models.files("processes", FILE)) {
            String process = file.getFileName().toString().replace(FILE, "");
            assertThat(Models.processes()).as(file.toString()).containsKey(process);
            Map<String, FlowNode> now = places(Models.processes().get(process));
            moves(process).forEach((from, to) -> {
                assertThat(ever.get(process)).as("%s: released", file).contains(from);
                if (to != null) {
                    assertThat(now).as("%s: today", file).containsKey(to);
                }
                if (!from.equals(to)) {
                    assertThat(now).as("%s: moved away", file).doesNotContainKey(from);
                }
            });
        }
    }

    private static List<Path> released() throws IOException {
        List<Path> models = new ArrayList<>();
        try (var releases = Files.list(Path.of("src/test/released"))) {
            for (Path release : releases.filter(Files::isDirectory).toList()) {
                models.addAll(Models.files(release.resolve("processes").toString(), ".bpmn"));
            }
        }
        assertThat(models).isNotEmpty();
        return models;
    }

    private static String process(Path model) {
        return model.getFileName().toString().replace(".bpmn", "");
    }

    private static Map<String, @Nullable String> moves(String process) {
        Path file = Path.of("processes", process + FILE);
        try {
            return Files.exists(file) ? new Yaml().load(Files.readString(file)) : Map.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What an instance can stand at or wait for between two transactions. */
    private static Map<String, FlowNode> places(@Nullable BpmnModelInstance model) {
        return model == null
                ? Map.of()
                : model.getModelElementsByType(FlowNode.class).stream()
                        .filter(MovesTest::waits)
                        .collect(toMap(FlowNode::getId, node -> node, (one, other) -> one, TreeMap::new));
    }

    private static boolean waits(FlowNode node) {
        return node instanceof StartEvent start
                ? start.getParentElement() instanceof SubProcess inside && inside.triggeredByEvent()
                : node instanceof CatchEvent
                        || node instanceof UserTask
                        || node instanceof ReceiveTask
                        || node instanceof CallActivity
                        || node instanceof SubProcess
                        || node instanceof EventBasedGateway
                        || node.isCamundaAsyncBefore()
                        || node.isCamundaAsyncAfter();
    }

    /** All that an instance takes along: where it is, what it waits for, and how the message is called. */
    private static String kind(FlowNode node) {
        StringBuilder kind = new StringBuilder(node.getElementType().getTypeName());
        kind.append(" in ").append(node.getParentElement() instanceof Process ? "process" : id(node));
        if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            kind.append(" several times");
        }
        if (node instanceof BoundaryEvent boundary) {
            kind.append(" at ")
                    .append(boundary.getAttachedTo().getId())
                    .append(boundary.cancelActivity() ? "" : " beside");
        }
        if (node instanceof CatchEvent event) {
            event.getEventDefinitions().forEach(definition -> {
                kind.append(' ').append(definition.getElementType().getTypeName());
                if (definition instanceof MessageEventDefinition message) {
                    kind.append(' ').append(message.getMessage().getName());
                }
            });
        }
        if (node instanceof ReceiveTask task) {
            kind.append(' ').append(task.getMessage().getName());
        }
        return kind.toString();
    }

    private static String id(FlowNode node) {
        return node.getParentElement().getAttributeValue("id");
    }
}
