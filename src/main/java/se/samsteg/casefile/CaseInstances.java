package se.samsteg.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;

/**
 * The processes that run for a case: which they are, that they end all at once, and that the programme's is begun anew
 * somewhere on its way. A case may be anywhere and on any version of a model, so no message that a model waits for reaches
 * it everywhere.
 */
@Component
public class CaseInstances {

    /** Variable of a process that has ended others: their keys, with a space between. */
    public static final String ENDED = "ended";

    private final RuntimeService runtime;
    private final Programmes programmes;

    CaseInstances(@Lazy RuntimeService runtime, Programmes programmes) {
        this.runtime = runtime;
        this.programmes = programmes;
    }

    /** What {@link #ENDED} says. */
    public static Set<String> ended(@Nullable Object variable) {
        return variable instanceof String keys ? Set.of(keys.split(" ")) : Set.of();
    }

    /** Keys of the processes that run for the case, called ones too. */
    public Set<String> running(String caseNumber) {
        Set<String> keys = new TreeSet<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(CaseInstances::key)
                .forEach(keys::add);
        return keys;
    }

    /** A variable of the process of the case that has this key; empty if it does not run or has none. */
    public Optional<Object> variable(String caseNumber, String key, String variable) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .findFirst()
                .map(instance -> runtime.getVariable(instance.getId(), variable));
    }

    /**
     * Ends all processes of the case and what they have called. Their listeners run, so that each leaves its books in order.
     *
     * @param kept keys of those that go on
     * @param why for the history
     */
    public void end(String caseNumber, Collection<String> kept, String why) {
        List<ProcessInstance> ending = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list();
        for (ProcessInstance instance : ending) {
            if (!kept.contains(key(instance))) {
                runtime.deleteProcessInstance(instance.getId(), why, false, true, true);
            }
        }
    }

    /** Ends the process of the case that has this key, if it runs. */
    public void endOne(String caseNumber, String key, String why) {
        Set<String> others = running(caseNumber);
        others.remove(key);
        end(caseNumber, others, why);
    }

    /** Starts a process of the case that lives by itself. */
    public void start(String key, String caseNumber, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(key)
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .setVariables(variables)
                .execute();
    }

    /**
     * Begins the programme's process anew, without its start form.
     *
     * @param activities ids of elements of its model; several run beside each other
     * @param variables that these elements ask for
     */
    public void begin(String caseNumber, List<String> activities, Map<String, Object> variables) {
        var instance = runtime.createProcessInstanceByKey(
                        programmes.of(caseNumber).id())
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .setVariables(variables);
        activities.forEach(instance::startBeforeActivity);
        instance.execute();
    }

    private static String key(ProcessInstance instance) {
        String definition = instance.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }
}
