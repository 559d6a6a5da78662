package se.samsteg.engine;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Open tasks whose day has passed, with all that a reminder asks of them, in one statement. The engine's own query gives
 * a task's candidates for one task at a time.
 */
@Repository
public class OverdueTasks {

    private final JdbcClient jdbc;
    private final RepositoryService models;

    OverdueTasks(JdbcClient jdbc, @Lazy RepositoryService models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /**
     * @param id of the engine's task
     * @param name as its model calls it, such as {@code Skriv handlingsplan}
     * @param about number of the case or group that it is about; null if it is about neither
     * @param form id of its form
     * @param assignee user id; null while it is its candidates'
     * @param discloses code of the information that it tells a caseworker; null where that is the referral
     */
    public record Overdue(
            String id,
            String name,
            @Nullable String about,
            String form,
            LocalDate dueOn,
            @Nullable String assignee,
            List<String> candidateUsers,
            List<String> candidateGroups,
            @Nullable String discloses) {}

    /** The tasks of an association that were due before a day, those due first before others. */
    public List<Overdue> before(LocalDate day, String tenant) {
        return jdbc.sql("""
                        select t.id_, t.name_, t.assignee_, t.due_date_, t.task_def_key_, t.proc_def_id_,
                          (select v.text_ from act_ru_variable v
                           where v.execution_id_ = t.execution_id_ and v.name_ = 'discloses' limit 1) as discloses,
                          array_remove(array_agg(l.user_id_ order by l.user_id_), null) as users,
                          array_remove(array_agg(l.group_id_ order by l.group_id_), null) as groups
                        from act_ru_task t
                        left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where t.tenant_id_ = ? and t.due_date_ < ? and t.suspension_state_ = 1
                        group by t.id_ order by t.due_date_, t.id_""")
                .params(tenant, day.atStartOfDay())
                .query((row, n) -> new Overdue(
                        row.getString("id_"),
                        TaskTitle.name(row.getString("name_")),
                        TaskTitle.about(row.getString("name_")),
                        form(row.getString("proc_def_id_"), row.getString("task_def_key_")),
                        row.getObject("due_date_", LocalDateTime.class).toLocalDate(),
                        row.getString("assignee_"),
                        texts(row.getArray("users")),
                        texts(row.getArray("groups")),
                        row.getString("discloses")))
                .list();
    }

    /** Parsed models are kept by the engine. */
    private String form(String model, String element) {
        UserTask task = models.getBpmnModelInstance(model).getModelElementById(element);
        String form = task.getCamundaFormRef();
        return form == null ? "" : form;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
