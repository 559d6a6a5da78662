package se.samsteg.retention;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine's data about cases: which have running processes, and the history of the others: activities, tasks and who
 * did them.
 */
@Component
class Processes {

    private static final String WATCH = "renewal";

    private final RuntimeService runtime;
    private final HistoryService history;

    Processes(@Lazy RuntimeService runtime, @Lazy HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /**
     * Numbers of the cases, and of all else, that a process is still about: other than the process that watches
     * consents, which only waits for their last day, and that may be far off.
     */
    Set<String> running() {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(WATCH).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Ends the processes that watch the consents of cases without any other running process. */
    void end(Collection<String> caseNumbers) {
        List<String> watches = runtime.createProcessInstanceQuery().processDefinitionKey(WATCH).list().stream()
                .filter(process -> caseNumbers.contains(process.getBusinessKey()))
                .map(ProcessInstance::getId)
                .toList();
        if (!watches.isEmpty()) {
            runtime.deleteProcessInstances(watches, "gallring", true, true);
        }
    }

    /**
     * Erases all history of the cases, also what the engine's own clean-up has not removed yet. Running processes must
     * have ended.
     */
    void erase(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return; // the engine takes no number at all for any number
        }
        List<String> processes = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!processes.isEmpty()) {
            history.deleteHistoricProcessInstancesBulk(processes);
        }
    }
}
