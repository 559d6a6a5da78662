package se.samsteg.access;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Finds only tasks that the user may see, whichever criteria the query has. */
final class OwnTasks extends TaskManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        QueryingUser asking = QueryingUser.with(query);
        if (asking == null) {
            return super.findTasksByQueryCriteria(query);
        }
        narrow(query, asking);
        return getDbEntityManager().selectList("se.samsteg.access.TaskRights.selectOwnTasks", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        QueryingUser asking = QueryingUser.with(query);
        if (asking == null) {
            return super.findTaskCountByQueryCriteria(query);
        }
        narrow(query, asking);
        return (Long) getDbEntityManager().selectOne("se.samsteg.access.TaskRights.countOwnTasks", query);
    }

    private void narrow(TaskQueryImpl query, QueryingUser asking) {
        query.setAuthCheck(asking);
        getTenantManager().configureQuery(query);
    }

    @Override
    public List<Task> findTasksByNativeQuery(Map<String, Object> parameters, int first, int max) {
        refuseToTheUser();
        return super.findTasksByNativeQuery(parameters, first, max);
    }

    @Override
    public long findTaskCountByNativeQuery(Map<String, Object> parameters) {
        refuseToTheUser();
        return super.findTaskCountByNativeQuery(parameters);
    }

    /** A query in SQL cannot be narrowed. */
    private static void refuseToTheUser() {
        if (QueryingUser.now() != null) {
            throw new AuthorizationException("Tasks are not found by SQL.");
        }
    }
}
