package se.samsteg.engine;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tasks are open in many cases at once. The engine's own query does not tell the case of a task that it finds. */
@Repository
public class TasksOfCases {

    private final JdbcClient jdbc;

    TasksOfCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id of the engine's task
     * @param element id in its model, such as {@code userTask_mapSituation}
     */
    public record Open(String caseNumber, String element, String id) {}

    /** Open tasks of some elements, each case's oldest last. */
    public List<Open> of(Collection<String> caseNumbers, Collection<String> elements) {
        return jdbc.sql("""
                        select p.business_key_ as case_number, t.task_def_key_ as element, t.id_ as id
                        from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where p.business_key_ = any(?) and t.task_def_key_ = any(?)
                        order by t.create_time_ desc, t.id_""")
                .params(caseNumbers.toArray(String[]::new), elements.toArray(String[]::new))
                .query(Open.class)
                .list();
    }
}
