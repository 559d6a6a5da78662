package se.samsteg.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import se.samsteg.engine.Phase;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Json;

/** The models, forms and code that have to agree, read from the files as they are. */
final class Models {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.samsteg");

    private Models() {}

    static Map<String, BpmnModelInstance> processes() {
        Map<String, BpmnModelInstance> models = new LinkedHashMap<>();
        files("processes", ".bpmn").forEach(file -> models.put(name(file), Bpmn.readModelFromFile(file.toFile())));
        return models;
    }

    static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** Ids of the decisions in {@code processes/decisions}. */
    static List<String> decisions() {
        return files("processes/decisions", ".dmn").stream().map(Models::name).toList();
    }

    /** The forms that come with phases, with the options of all programmes. */
    static Map<String, JsonNode> forms() {
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        FormFiles.all().forEach(id -> forms.put(id, Json.tree(FormFiles.json(id))));
        return forms;
    }

    /** A form's fields, those in groups too, in document order; a list is one field. */
    static List<JsonNode> fields(JsonNode form) {
        List<JsonNode> fields = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            if (component.has("key")) {
                fields.add(component);
            }
            if (!component.path("type").asText().equals("dynamiclist")) {
                fields.addAll(fields(component));
            }
        }
        return fields;
    }

    /** The classes that models see, by bean name. */
    static Map<String, Class<?>> phases() {
        return CODE.stream()
                .filter(type -> type.isAnnotatedWith(Phase.class))
                .map(JavaClass::reflect)
                .collect(
                        Collectors.toMap(type -> type.getAnnotation(Phase.class).value(), type -> type));
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
