package se.samsteg.access;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import se.samsteg.staff.Role;

/**
 * The user who asks for tasks, as the SQL statements on tasks read it. It replaces the engine's own authorization check
 * of a query, which has nothing left to check.
 */
final class QueryingUser extends AuthorizationCheck {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String me;
    private final List<String> groups;
    private final List<String> led;
    private final boolean repeating;
    private final boolean asksForOwn;

    private QueryingUser(Authentication user, @Nullable TaskQueryImpl query) {
        this.me = user.getUserId();
        this.groups = Objects.requireNonNullElse(user.getGroupIds(), List.of());
        this.led = Role.PROGRAMME_LEAD.among(groups)
                ? Objects.requireNonNullElse(user.getTenantIds(), List.of())
                : List.of();
        this.repeating = query != null && repeats(query);
        this.asksForOwn = query != null && asksForOwn(query.getQueries().get(0));
    }

    /**
     * The logged-in user; null while the engine does its own work: a timer, a start, or a phase that a process calls
     * after a task, also in the command of the user who completed it.
     *
     * @throws AuthorizationException for a request through the web without a user
     */
    static @Nullable QueryingUser now() {
        return with(null);
    }

    /** As {@link #now()}, for a query. */
    static @Nullable QueryingUser with(@Nullable TaskQueryImpl query) {
        var command = Context.getCommandContext();
        if (!Context.getProcessEngineConfiguration().isAuthorizationEnabled()
                || !command.isAuthorizationCheckEnabled()) {
            return null;
        }
        Authentication user = command.getAuthentication();
        if (user == null && RequestContextHolder.getRequestAttributes() == null) {
            return null;
        }
        if (user == null || user.getUserId() == null) {
            throw new AuthorizationException("Nobody is logged in.");
        }
        return new QueryingUser(user, query);
    }

    private static boolean repeats(TaskQueryImpl query) {
        return query.getOrderingProperties().stream().anyMatch(order -> order.getRelation() != null)
                || query.getQueries().stream().anyMatch(QueryingUser::joinsLinks);
    }

    private static boolean joinsLinks(TaskQueryImpl part) {
        return part.getCandidateUser() != null
                || part.getCandidateGroups() != null
                || part.getCandidateGroupLike() != null
                || part.getInvolvedUser() != null
                || part.isWithCandidateGroups()
                || part.isWithCandidateUsers();
    }

    /** By what every task that is found must fulfil, outside all alternatives. */
    private boolean asksForOwn(TaskQueryImpl root) {
        if (root.isOrQueryActive()) {
            return false;
        }
        List<String> asked = root.getCandidateGroups();
        return me.equals(root.getAssignee())
                || asked != null
                        && !asked.isEmpty()
                        && groups.containsAll(asked)
                        && root.getCandidateUser() == null
                        && root.getCandidateGroupLike() == null;
    }

    // What the statements read.

    public String getMe() {
        return me;
    }

    public List<String> getGroups() {
        return groups;
    }

    /** Tenants of which the user, as programme lead, sees every task. */
    public List<String> getLed() {
        return led;
    }

    /** Whether a task may be found once for each of its links. */
    public boolean isRepeating() {
        return repeating;
    }

    /** Whether the query asks for nothing but one's own tasks by itself, and need not be narrowed. */
    public boolean isAsksForOwn() {
        return asksForOwn;
    }
}
