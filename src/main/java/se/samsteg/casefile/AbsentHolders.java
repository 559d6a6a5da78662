package se.samsteg.casefile;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.MemberGone;
import se.samsteg.engine.TaskBegun;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** No task lies with a user who does not work here any more: it is the leads', when it comes and when the account goes. */
@Component
class AbsentHolders {

    private final Colleagues colleagues;
    private final Holders holders;
    private final TaskService tasks;

    AbsentHolders(Colleagues colleagues, Holders holders, @Lazy TaskService tasks) {
        this.colleagues = colleagues;
        this.holders = holders;
        this.tasks = tasks;
    }

    @EventListener
    void on(TaskBegun begun) {
        DelegateTask task = begun.task();
        if (task.getTenantId() != null && !colleagues.worksIn(task.getTenantId(), task.getAssignee())) {
            task.setAssignee(null);
            task.addCandidateGroup(Role.PROGRAMME_LEAD.id());
        }
    }

    @EventListener
    void on(MemberGone gone) {
        TaskQuery left = tasks.createTaskQuery().taskAssignee(gone.user());
        (gone.tenant() == null ? left : left.tenantIdIn(gone.tenant())).list().forEach(holders::toTheLeads);
    }
}
