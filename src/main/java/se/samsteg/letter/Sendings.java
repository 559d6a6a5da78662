package se.samsteg.letter;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The processes {@code letter}, each of which sends one letter. */
@Component
class Sendings {

    private final RuntimeService runtime;
    private final ManagementService management;

    Sendings(@Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** @param caseNumber null for a letter that is about no single case */
    void start(UUID letter, @Nullable String caseNumber) {
        runtime.createProcessInstanceByKey("letter")
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("letterId", letter.toString())
                .execute();
    }

    void hold(String caseNumber) {
        sending(caseNumber).active().list().forEach(letter -> runtime.suspendProcessInstanceById(letter.getId()));
    }

    void release(String caseNumber) {
        sending(caseNumber).suspended().list().forEach(letter -> runtime.activateProcessInstanceById(letter.getId()));
    }

    /** The letters about a case that are kept back. */
    List<UUID> held(String caseNumber) {
        return sending(caseNumber).suspended().list().stream()
                .map(letter -> UUID.fromString((String) runtime.getVariable(letter.getId(), "letterId")))
                .toList();
    }

    private ProcessInstanceQuery sending(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("letter")
                .processInstanceBusinessKey(caseNumber);
    }

    /**
     * Lets jobs without retries left be tried once more: a stopped letter's process ends and leaves no incident in Cockpit.
     */
    void retry(Collection<UUID> stopped) {
        for (UUID letter : stopped) {
            ProcessInstance sending = runtime.createProcessInstanceQuery()
                    .processDefinitionKey("letter")
                    .variableValueEquals("letterId", letter.toString())
                    .singleResult();
            if (sending != null) {
                management.createJobQuery().processInstanceId(sending.getId()).noRetriesLeft().list().stream()
                        .forEach(job -> management.setJobRetries(job.getId(), 1));
            }
        }
    }
}
