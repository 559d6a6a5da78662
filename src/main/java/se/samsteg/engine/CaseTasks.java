package se.samsteg.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The open tasks of cases and whose turn it is, in one statement, for readers who may know more than their own: the
 * engine's query gives a task's candidates for one task at a time, and to a user the own tasks alone.
 */
@Repository
public class CaseTasks {

    private final JdbcClient jdbc;

    CaseTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id of the engine's task
     * @param element id in its model, such as {@code userTask_mapSituation}
     * @param name as its model calls it, such as {@code Skriv handlingsplan}
     * @param assignee user id; null while it is its candidates'
     */
    public record Open(
            String id,
            String caseNumber,
            String element,
            String name,
            LocalDate since,
            @Nullable LocalDate dueOn,
            @Nullable String assignee,
            List<String> candidateUsers,
            List<String> candidateGroups) {

        /** Whether a user has the task, or may take it. */
        public boolean isFor(String user, Collection<String> groups) {
            return assignee == null
                    ? candidateUsers.contains(user) || candidateGroups.stream().anyMatch(groups::contains)
                    : assignee.equals(user);
        }

        /** Whether a user has the task, or may take it, in a group that the task is for. */
        public boolean isFor(String user, String group) {
            return candidateGroups.contains(group) && (assignee == null || assignee.equals(user));
        }

        /** Whether a user has the task and it is for no others: the model, or a lead, has named the user. */
        public boolean isGivenTo(String user) {
            return user.equals(assignee) && candidateUsers.isEmpty() && candidateGroups.isEmpty();
        }
    }

    /** Those due first before others, those without a day last. */
    public List<Open> of(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_, t.create_time_, e.business_key_,
                          coalesce(string_agg(distinct l.user_id_, ','), '') as users,
                          coalesce(string_agg(distinct l.group_id_, ','), '') as groups
                        from act_ru_execution e
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where e.business_key_ = any(?) and t.suspension_state_ = 1
                        group by t.id_, e.business_key_ order by t.due_date_ nulls last, t.create_time_, t.id_""")
                .param(caseNumbers.toArray(String[]::new))
                .query((row, n) -> new Open(
                        row.getString("id_"),
                        row.getString("business_key_"),
                        row.getString("task_def_key_"),
                        TaskTitle.name(row.getString("name_")),
                        row.getObject("create_time_", LocalDateTime.class).toLocalDate(),
                        day(row.getObject("due_date_", LocalDateTime.class)),
                        row.getString("assignee_"),
                        texts(row.getString("users")),
                        texts(row.getString("groups"))))
                .list();
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    private static List<String> texts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
