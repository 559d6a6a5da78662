package se.samsteg.conference;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.consent.ConsentWithdrawn;
import se.samsteg.meeting.CasesTakenUp;
import se.samsteg.programme.Programme;
import se.samsteg.renewal.ConsentChanged;

/** Keeps what open tasks show, and who sees them, true while agenda and consents change under them. */
@Component
class OpenTasks {

    private final Assessors assessors;
    private final ReferralText referral;
    private final Programme programme;
    private final RuntimeService runtime;
    private final TaskService tasks;

    OpenTasks(
            Assessors assessors,
            ReferralText referral,
            Programme programme,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks) {
        this.assessors = assessors;
        this.referral = referral;
        this.programme = programme;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** The tasks that assess these cases fall due at the sitting that takes them up now, and say so. */
    @EventListener
    void takenUp(CasesTakenUp event) {
        Map<String, String> agenda = event.agenda();
        Map<String, String> caseOf =
                runtime.createProcessInstanceQuery().processDefinitionKey("conference").list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        for (Task task : tasks.createTaskQuery()
                .taskDefinitionKey("userTask_assess")
                .processInstanceBusinessKeyIn(agenda.keySet().toArray(String[]::new))
                .list()) {
            task.setDueDate(programme.morning(event.day()));
            tasks.saveTask(task);
            runtime.setVariableLocal(
                    task.getExecutionId(), "agenda", agenda.get(caseOf.get(task.getProcessInstanceId())));
        }
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        followConsent(event.caseNumber());
    }

    @EventListener
    void on(ConsentChanged event) {
        followConsent(event.caseNumber());
    }

    /** The task that assesses a case is there for those who may know of the referral now, and shows what they all may read. */
    void followConsent(String caseNumber) {
        Assessors.Chosen chosen = assessors.of(caseNumber);
        String health = referral.health(caseNumber);
        String criteria = referral.criteria(caseNumber);
        for (Task task : tasks.createTaskQuery()
                .taskDefinitionKey("userTask_assess")
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            Set<String> groups = new HashSet<>(chosen.groups());
            Set<String> users = new HashSet<>(chosen.users());
            // What stays is not touched: a right that goes and comes again in one transaction would be gone.
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                if (link.getGroupId() != null && !groups.remove(link.getGroupId())) {
                    tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
                } else if (link.getUserId() != null
                        && link.getType().equals(IdentityLinkType.CANDIDATE)
                        && !users.remove(link.getUserId())) {
                    tasks.deleteCandidateUser(task.getId(), link.getUserId());
                }
            }
            groups.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
            users.forEach(user -> tasks.addCandidateUser(task.getId(), user));
            if (task.getAssignee() != null && !chosen.include(task.getAssignee())) {
                tasks.setAssignee(task.getId(), null);
            }
            runtime.setVariableLocal(task.getExecutionId(), "health", Objects.requireNonNullElse(health, ""));
            runtime.setVariableLocal(task.getExecutionId(), "criteria", Objects.requireNonNullElse(criteria, ""));
        }
    }
}
