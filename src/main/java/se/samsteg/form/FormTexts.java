package se.samsteg.form;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
 * What deployed forms call their fields and answers, for showing a form's content after the form itself is gone. Each
 * answer is read in the words of the form version in which it was given.
 */
@Component
public class FormTexts {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final Map<String, Wording> byDeployment = new ConcurrentHashMap<>();

    /** A version is the form's text, so once found it is right for ever; only which form is the newest is asked each time. */
    private final Map<Version, Known> byVersion = new ConcurrentHashMap<>();

    FormTexts(@Lazy ProcessEngineConfigurationImpl engine, @Lazy RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    private record Version(String id, String version) {}

    /** @param own keys that only a programme's own form has */
    private record Known(FormText text, Form form, Set<String> own) {

        Known beside(Form phases) {
            Set<String> own = new LinkedHashSet<>(form.keys());
            own.removeAll(phases.keys());
            return new Known(text, form, own);
        }
    }

    /** @param forms by the form's id: that of all programmes first, then programmes' own versions */
    private record Wording(Map<String, List<Known>> forms, Map<String, String> processes) {}

    /**
     * A form as it was when it was filled in; as it is now where that version is not deployed any more.
     *
     * @param version as the fact has it
     */
    public Optional<FormText> of(String id, String version) {
        return known(id, version).map(Known::text);
    }

    /** Keys that only the programme's own form has in which a fact was written, in its order; none of a phase's form. */
    public Set<String> own(String id, String version) {
        return known(id, version).map(Known::own).orElse(Set.of());
    }

    /** The form itself, as {@link #of(String, String)}. */
    Optional<Form> form(String id, String version) {
        return known(id, version).map(Known::form);
    }

    /** Whether an answer may be taken away though it had to be given, as the form is now. */
    boolean removable(String id, String key) {
        return versions(id).stream()
                .findFirst()
                .flatMap(known -> known.form().field(key))
                .filter(field -> field.property("removable").equals("true"))
                .isPresent();
    }

    private Optional<Known> known(String id, String version) {
        Known found = byVersion.get(new Version(id, version));
        return found == null ? find(id, version) : Optional.of(found);
    }

    private Optional<Known> find(String id, String version) {
        List<Known> versions = versions(id);
        Optional<Known> exact = versions.stream()
                .filter(known -> known.form().version().equals(version))
                .findFirst();
        exact.ifPresent(known -> byVersion.put(new Version(id, version), known));
        return exact.or(() -> versions.stream().findFirst());
    }

    /** The newest first. */
    private List<Known> versions(String id) {
        return deployed().stream()
                .flatMap(wording -> wording.forms().getOrDefault(id, List.of()).stream())
                .toList();
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
        return versions(id).stream().findFirst().map(Known::text);
    }

    /**
     * The form as it is now, for code that asks for a form which the models have.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    public FormText get(String id) {
        return of(id).orElseThrow(() -> new IllegalArgumentException("no form " + id));
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

    /** Which texts there are is no secret, so the user's rights are not asked. */
    private List<String> deployments(CommandContext context) {
        return context.runWithoutAuthorization(
                () -> repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                        .map(Deployment::getId)
                        .toList());
    }

    private static Wording read(CommandContext context, String deploymentId) {
        Map<String, List<Known>> forms = new LinkedHashMap<>();
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
                List<Known> versions = forms.computeIfAbsent(form.id(), id -> new ArrayList<>());
                boolean ofAll = form.id().equals(FormReader.id(text));
                versions.add(
                        ofAll ? 0 : versions.size(),
                        new Known(FormText.of(form, text, titles.getOrDefault(form.id(), form.id())), form, Set.of()));
            }
        }
        forms.replaceAll((id, versions) -> versions.stream()
                .map(known -> known.beside(versions.get(0).form()))
                .toList());
        return new Wording(forms, processes);
    }

    /** Names in diagrams have soft hyphens. */
    static String plain(String name) {
        return name.replace("\u00ad", "").replaceAll("\\s+", " ").strip();
    }
}
