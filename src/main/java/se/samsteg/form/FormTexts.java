package se.samsteg.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What deployed forms call their fields and answers, for whoever shows a form's content after the form itself is gone.
 * Each answer is read in the words of the form in which it was given, whatever the form is called today.
 */
@Component
public class FormTexts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final Map<String, Wording> byDeployment = new ConcurrentHashMap<>();

    FormTexts(@Lazy ProcessEngineConfigurationImpl engine, @Lazy RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    /**
     * A form in words.
     *
     * @param title what the task is called, or the event that a process starts with
     * @param fields in the order of the form, those that are only shown too
     */
    public record FormText(String id, String version, String title, List<Field> fields) {

        public Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /**
     * A field in words.
     *
     * @param label with the heading of the group around it where the form has the same label twice
     * @param options label by value; empty where the form does not name them itself
     * @param shownOnly what is no answer: only shown, or a box that only confirms another answer
     * @param answered whether somebody answers it, among what the form itself names or freely; what is only shown, and
     *     what is chosen among something that stood in the task, is not
     */
    public record Field(
            String key, String label, Kind kind, Map<String, String> options, boolean shownOnly, boolean answered) {

        /** Whether anything may be written in it. */
        public boolean free() {
            return kind == Kind.TEXT;
        }
    }

    /** What kind of answer a field takes. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** A date on which people meet: a day off is asked back. */
        APPOINTMENT,
        TIME,
        CHOICE,
        CHOICES,
        TICK
    }

    private record Wording(Map<String, FormText> forms, Map<String, Form> read, Map<String, String> processes) {}

    /**
     * A form as it was when somebody filled it in; as it is now where that version is not deployed any more.
     *
     * @param version as the fact has it
     */
    public Optional<FormText> of(String id, String version) {
        List<FormText> versions = deployed().stream()
                .map(wording -> wording.forms().get(id))
                .filter(Objects::nonNull)
                .toList();
        return versions.stream()
                .filter(form -> form.version().equals(version))
                .findFirst()
                .or(() -> versions.stream().findFirst());
    }

    /** The form itself, as {@link #of(String, String)}. */
    Optional<Form> form(String id, String version) {
        return of(id, version).flatMap(text -> deployed().stream()
                .map(wording -> wording.read().get(id))
                .filter(form -> form != null && form.version().equals(text.version()))
                .findFirst());
    }

    /**
     * Answers with every word in them rewritten. Options, dates and numbers stay; what the form does not know is taken for
     * words.
     */
    public Map<String, @Nullable Object> rewritten(
            String id, String version, Map<String, ?> answers, UnaryOperator<String> rewriting) {
        Form form = form(id, version).orElseGet(() -> new Form(id, version, List.of()));
        Map<String, @Nullable Object> rewritten = new LinkedHashMap<>();
        answers.forEach(
                (key, value) -> rewritten.put(key, value == null ? null : Written.answer(form, key, value, rewriting)));
        return rewritten;
    }

    /** The form as it is now. */
    public Optional<FormText> of(String id) {
        return of(id, "");
    }

    /** What a process is called; empty if there is none with that id. */
    public Optional<String> process(String id) {
        return deployed().stream()
                .map(wording -> wording.processes().get(id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The newest first. */
    private List<Wording> deployed() {
        return engine.getCommandExecutorTxRequired().execute(context -> deployments(context).stream()
                .map(id -> byDeployment.computeIfAbsent(id, unread -> read(context, unread)))
                .toList());
    }

    /** Which texts there are is no secret, and no right of whoever asks. */
    private List<String> deployments(CommandContext context) {
        return context.runWithoutAuthorization(
                () -> repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                        .map(Deployment::getId)
                        .toList());
    }

    private static Wording read(CommandContext context, String deploymentId) {
        Map<String, FormText> forms = new LinkedHashMap<>();
        Map<String, Form> all = new LinkedHashMap<>();
        Map<String, String> processes = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        List<ResourceEntity> resources = context.getResourceManager().findResourcesByDeploymentId(deploymentId);
        for (ResourceEntity resource : resources) {
            if (resource.getName().endsWith(".bpmn")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
                model.getModelElementsByType(Process.class)
                        .forEach(process -> processes.put(process.getId(), plain(process.getName())));
                for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                    String form = node.getAttributeValueNs(CAMUNDA, "formRef");
                    if (form != null) {
                        titles.putIfAbsent(form, plain(node.getName()));
                    }
                }
            }
        }
        for (ResourceEntity resource : resources) {
            if (resource.getName().endsWith(".form")) {
                String text = new String(resource.getBytes(), StandardCharsets.UTF_8);
                Form form = FormReader.read(text);
                all.put(form.id(), form);
                forms.put(
                        form.id(),
                        new FormText(
                                form.id(),
                                form.version(),
                                titles.getOrDefault(form.id(), form.id()),
                                fields(form, text)));
            }
        }
        return new Wording(forms, all, processes);
    }

    /** Names in diagrams have soft hyphens. */
    static String plain(String name) {
        return name.replace("\u00ad", "").replaceAll("\\s+", " ").strip();
    }

    private static List<Field> fields(Form form, String text) {
        Map<String, String> groups = new LinkedHashMap<>();
        try {
            groups(JSON.readTree(text), "", groups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form that was read is no JSON", e);
        }
        Map<String, Long> times =
                form.fields().stream().collect(Collectors.groupingBy(FormField::label, Collectors.counting()));
        return form.fields().stream()
                .map(field -> {
                    String group = groups.getOrDefault(field.key(), "");
                    boolean alone = group.isEmpty() || times.getOrDefault(field.label(), 1L) == 1;
                    return new Field(
                            field.key(),
                            alone ? field.label() : group + ", " + field.label().toLowerCase(SWEDISH),
                            kind(field),
                            options(field.json()),
                            field.disabled() || field.confirms(),
                            answered(field));
                })
                .toList();
    }

    private static void groups(JsonNode parent, String around, Map<String, String> into) {
        for (JsonNode component : parent.path("components")) {
            if (component.has("key")) {
                into.put(component.path("key").asText(), around);
            }
            groups(component, component.path("label").asText(around), into);
        }
    }

    private static Kind kind(FormField field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case DATETIME ->
                field.subtype().equals("time")
                        ? Kind.TIME
                        : field.property("dayOff").equals("asked") ? Kind.APPOINTMENT : Kind.DATE;
            case CHECKBOX -> Kind.TICK;
            case RADIO, SELECT -> Kind.CHOICE;
            case CHECKLIST, TAGLIST, DYNAMICLIST -> Kind.CHOICES;
        };
    }

    private static boolean answered(FormField field) {
        JsonNode json = field.json();
        return !field.disabled()
                && !field.confirms()
                && !json.has("valuesKey")
                && !json.has("valuesExpression")
                && !json.path("readonly").asBoolean()
                && field.type() != FormField.Type.DYNAMICLIST;
    }

    private static Map<String, String> options(JsonNode field) {
        Map<String, String> options = new LinkedHashMap<>();
        field.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }
}
