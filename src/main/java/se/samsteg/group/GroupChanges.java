package se.samsteg.group;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;
import se.samsteg.form.TaskTexts;
import se.samsteg.letter.Letter;

/** What becomes of a group's process, and of its participants, when the group is cancelled or prolonged. */
@Component
class GroupChanges {

    private static final String SESSION = "subProcess_session";

    private final Groups groups;
    private final GroupPlaces places;
    private final SessionTasks sessionTasks;
    private final CaseProcesses processes;
    private final Letter letter;
    private final TaskTexts texts;
    private final RuntimeService runtime;

    GroupChanges(
            Groups groups,
            GroupPlaces places,
            SessionTasks sessionTasks,
            CaseProcesses processes,
            Letter letter,
            TaskTexts texts,
            @Lazy RuntimeService runtime) {
        this.groups = groups;
        this.places = places;
        this.sessionTasks = sessionTasks;
        this.processes = processes;
        this.letter = letter;
        this.texts = texts;
        this.runtime = runtime;
    }

    /** A group whose sessions have not begun counts them when they do; one whose sessions run gets some more of them. */
    void prolong(PlannedGroup group, @Nullable String series, LocalDate firstDay, int sessions) {
        sessionTasks.add(group, sessionTasks.prolongable(group, series), firstDay, sessions);
        texts.rewrite(
                group.number(),
                (key, shown) -> key.equals("heading") && shown instanceof String heading
                        ? sessionTasks.recounted(group, heading)
                        : shown);
        if (group.staffedOn() != null) {
            ProcessInstance process = runtime.createProcessInstanceQuery()
                    .processDefinitionKey("group")
                    .processInstanceBusinessKey(group.number())
                    .singleResult();
            for (int n = 0; n < sessions; n++) {
                runtime.createProcessInstanceModification(process.getId())
                        .startBeforeActivity(SESSION)
                        .execute();
            }
        }
    }

    /** @throws Refused if each series of the group has an end, or the end is decided */
    void close(PlannedGroup group) {
        if (group.closingOn() != null || !sessionTasks.hasNoEnd(group)) {
            throw new Refused("Vad ska ändras?: gruppens sista träff är redan bestämd.");
        }
        groups.close(group.number());
    }

    /** @throws Refused if the group's process is of a model that knows no cancelling */
    void cancel(String groupId) {
        if (!processes.cancel(groupId)) {
            throw new Refused("Grupp: gruppen planerades i en äldre version och kan inte ställas in. "
                    + "Registrera träffarna som inställda.");
        }
    }

    void release(DelegateExecution cause, PlannedGroup group) {
        List<GroupPlaces.Member> members = places.members(group.number());
        groups.cancel(group.number());
        members.forEach(member -> {
            processes.tellOrEnd(member.caseNumber(), group.type(), "group.cancelled");
            letter.toCoachOf(member.caseNumber(), cause, "group-cancelled");
        });
    }
}
