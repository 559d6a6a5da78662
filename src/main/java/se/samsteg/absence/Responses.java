package se.samsteg.absence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The processes in which no-shows are answered: the ladder and the outreach. */
@Component
class Responses {

    /** Cases of models up to 872b672 are sought out within the ladder's process. */
    private static final String[] PROCESSES = {"absence", "outreach"};

    private final RuntimeService runtime;

    Responses(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param but a process that does not count; null for none */
    boolean open(String caseNumber, Response response, @Nullable String but) {
        return under(response).stream()
                .anyMatch(process -> caseNumber.equals(process.getBusinessKey())
                        && !process.getId().equals(but));
    }

    void begin(String caseNumber, String noShowId, Response response) {
        runtime.createMessageCorrelation(
                        response == Response.OUTREACH ? "participant.stayedAway" : "participant.missed")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable("noShowId", noShowId)
                .setVariable("response", response.code())
                .correlateStartMessage();
    }

    /** Ends what was begun on a no-show that is taken back. */
    void endOf(UUID noShow) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .variableValueEquals("noShowId", noShow.toString())
                .variableValueEquals("response", Response.HOME_VISIT.code())
                .list()
                .forEach(this::takeBack);
    }

    /** Ends a contact with the authority that has not been made yet. */
    void endContact(String caseNumber) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .processInstanceBusinessKey(caseNumber)
                .activityIdIn("userTask_contactAuthority")
                .list()
                .forEach(this::takeBack);
    }

    /** A process of a model from before the message goes on: its task can still be answered. */
    private void takeBack(ProcessInstance process) {
        runtime.createMessageCorrelation("noShow.takenBack")
                .processInstanceId(process.getId())
                .correlateAll();
    }

    /** Ends the outreach of those who came, and says whose it was. */
    List<String> endOutreach(Collection<String> came) {
        List<String> sought = under(Response.OUTREACH).stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(came::contains)
                .toList();
        sought.forEach(caseNumber -> runtime.createMessageCorrelation("participant.returned")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll());
        return sought;
    }

    private List<ProcessInstance> under(Response response) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKeyIn(PROCESSES)
                .variableValueEquals("response", response.code())
                .list();
    }
}
