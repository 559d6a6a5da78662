package se.samsteg.form;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final Map<String, Map<String, Form>> byDeployment = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if a form of the deployment cannot be read */
    Optional<Form> find(String deploymentId, String formId) {
        Map<String, Form> forms = byDeployment.get(deploymentId);
        if (forms == null) {
            forms = read(deploymentId);
            byDeployment.put(deploymentId, forms);
        }
        return Optional.ofNullable(forms.get(formId));
    }

    /** The form of a task, if it is a task of a process. */
    Optional<Form> of(TaskEntity task) {
        var definition = task.getTaskDefinition();
        return definition == null
                ? Optional.empty()
                : find(task.getProcessDefinition().getDeploymentId(), definition.getFormDefinition());
    }

    Optional<Form> ofStart(ProcessDefinitionEntity process) {
        return find(process.getDeploymentId(), process.getStartFormDefinition());
    }

    private Optional<Form> find(String deploymentId, @Nullable FormDefinition definition) {
        if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        return find(deploymentId, definition.getCamundaFormDefinitionKey().getExpressionText());
    }

    private static Map<String, Form> read(String deploymentId) {
        return resources(deploymentId).stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .map(resource -> FormReader.read(new String(resource.getBytes(), StandardCharsets.UTF_8)))
                .collect(Collectors.toUnmodifiableMap(Form::id, Function.identity()));
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
