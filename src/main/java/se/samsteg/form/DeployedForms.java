package se.samsteg.form;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of each deployment, read once. Works only inside a command of the engine. */
@Component
class DeployedForms {

    private final ProgrammeForms programmes;
    private final Map<String, Map<String, Form>> byDeployment = new ConcurrentHashMap<>();

    DeployedForms(ProgrammeForms programmes) {
        this.programmes = programmes;
    }

    /** @throws IllegalArgumentException if a form of the deployment cannot be read */
    Optional<Form> find(String deploymentId, String formId) {
        return Optional.ofNullable(forms(deploymentId).get(formId));
    }

    private Map<String, Form> forms(String deploymentId) {
        Map<String, Form> forms = byDeployment.get(deploymentId);
        if (forms == null) {
            forms = read(deploymentId);
            byDeployment.put(deploymentId, forms);
        }
        return forms;
    }

    /** The form of a task, if it is a task of a process: its programme's version, if there is one. */
    Optional<Form> of(TaskEntity task) {
        var definition = task.getTaskDefinition();
        return definition == null
                ? Optional.empty()
                : named(definition.getFormDefinition())
                        .flatMap(form ->
                                find(task.getProcessDefinition().getDeploymentId(), form, () -> programmes.of(task)));
    }

    /** The form that the user would start the process with. */
    Optional<Form> ofStart(ProcessDefinitionEntity process) {
        return named(process.getStartFormDefinition())
                .flatMap(form -> find(process.getDeploymentId(), form, () -> programmes.ofStart(process.getKey())));
    }

    /** @param scope of the task */
    Form of(String deploymentId, String formId, VariableScope scope) {
        return find(deploymentId, formId, () -> programmes.of(scope)).orElseThrow();
    }

    /** The id under which the form is deployed that is found so. */
    String deployedAs(String deploymentId, String formId, Supplier<@Nullable String> programme) {
        Map<String, Form> forms = forms(deploymentId);
        if (hasVersions(forms, formId)) {
            String chosen = programme.get();
            if (chosen != null && forms.containsKey(ProgrammeForms.id(chosen, formId))) {
                return ProgrammeForms.id(chosen, formId);
            }
        }
        return formId;
    }

    private Optional<Form> find(String deploymentId, String formId, Supplier<@Nullable String> programme) {
        return find(deploymentId, deployedAs(deploymentId, formId, programme));
    }

    /** Most forms are one for all programmes, and nothing is asked then. */
    private static boolean hasVersions(Map<String, Form> forms, String formId) {
        return forms.keySet().stream().anyMatch(id -> id.endsWith("." + formId));
    }

    /** The form that a model names. */
    private static Optional<String> named(@Nullable FormDefinition definition) {
        if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        return Optional.of(
                definition.getCamundaFormDefinitionKey() instanceof FormOfProgramme form
                        ? form.id()
                        : definition.getCamundaFormDefinitionKey().getExpressionText());
    }

    private static Map<String, Form> read(String deploymentId) {
        return resources(deploymentId).stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .map(resource -> new String(resource.getBytes(), StandardCharsets.UTF_8))
                .collect(Collectors.toUnmodifiableMap(FormReader::id, FormReader::read));
    }

    /** While a deployment is new its resources are not in the database yet; later the deployment may know only some. */
    private static Collection<ResourceEntity> resources(String deploymentId) {
        CommandContext command = Objects.requireNonNull(Context.getCommandContext(), "outside a command");
        DeploymentEntity deployment =
                command.getDbEntityManager().getCachedEntity(DeploymentEntity.class, deploymentId);
        if (deployment != null && deployment.isNew()) {
            return deployment.getResources().values();
        }
        return command.getResourceManager().findResourcesByDeploymentId(deploymentId);
    }
}
