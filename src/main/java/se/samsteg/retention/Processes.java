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
 * What the engine knows of cases: which something goes on about, and where the others were, which tasks were done and by
 * whom.
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
     * Numbers of the cases, and of all else, that a process is still about: other than the watch over consents, which only
     * waits for their last day, and that may be far off.
     */
    Set<String> running() {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(WATCH).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Ends the watches over the consents of cases of which nothing else goes on. */
    void end(Collection<String> caseNumbers) {
        List<String> watches = runtime.createProcessInstanceQuery().processDefinitionKey(WATCH).list().stream()
                .filter(process -> caseNumbers.contains(process.getBusinessKey()))
                .map(ProcessInstance::getId)
                .toList();
        if (!watches.isEmpty()) {
            runtime.deleteProcessInstances(watches, "gallring", true, true);
        }
    }

    /** Erases all of it, also what the engine's own clean-up has not got to yet. What goes on must have ended. */
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
