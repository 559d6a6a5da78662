package se.samsteg.group;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;

/** Where a participant stands who wants a change, and what follows of it elsewhere. */
@Component
class Participants {

    private final Groups groups;
    private final GroupPlaces places;
    private final CaseProcesses processes;
    private final RuntimeService runtime;

    Participants(Groups groups, GroupPlaces places, CaseProcesses processes, @Lazy RuntimeService runtime) {
        this.groups = groups;
        this.places = places;
        this.processes = processes;
        this.runtime = runtime;
    }

    /** @throws Refused if the case waits for no group */
    void mustWait(String caseNumber) {
        if (places.wish(caseNumber).isEmpty()) {
            throw new Refused("Vad ska ändras?: deltagaren väntar inte på någon grupp.");
        }
    }

    /** @throws Refused if the case has a place in no group */
    PlannedGroup groupOf(String caseNumber) {
        return groups.of(caseNumber)
                .orElseThrow(() -> new Refused("Vad ska ändras?: deltagaren är inte med i någon grupp."));
    }

    /**
     * A process of a model from before a message is told that the group has ended.
     *
     * @throws Refused if the case's process cannot go on by it
     */
    void tell(String caseNumber, String message) {
        if (!processes.tell(caseNumber, message) && !processes.tell(caseNumber, "group.ended")) {
            throw new Refused("Ärende: deltagaren kan inte ändra grupp nu. Tala med projektledaren.");
        }
    }

    /** Offers the seats of a group once, if it runs and others wait. Who left it has locked its row. */
    void offerSeat(PlannedGroup group) {
        boolean offered = runtime.createProcessInstanceQuery()
                        .processDefinitionKey("regrouping")
                        .processInstanceBusinessKey(group.number())
                        .count()
                > 0;
        if (group.endedOn() == null
                && group.staffedOn() != null
                && !offered
                && !places.waiting(group).isEmpty()) {
            runtime.createMessageCorrelation("group.seatFreed")
                    .processInstanceBusinessKey(group.number())
                    .setVariable("groupId", group.number())
                    .correlateStartMessage();
        }
    }
}
