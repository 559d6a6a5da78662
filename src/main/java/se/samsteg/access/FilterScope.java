package se.samsteg.access;

import java.time.Clock;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Narrows a stored filter to the user who runs it, and to today. A stored query can say neither without an expression,
 * and expressions in queries are refused; so a filter names its scope in the property {@value #PROPERTY}.
 */
@Component
@Order(6)
public final class FilterScope extends CommandInterceptor {

    /** Key of the filter's property that holds the {@link Kind}. */
    public static final String PROPERTY = "scope";

    private static final String QUERY = "extendingQuery";
    private static final String NO_GROUP = "-";

    private final Clock clock;

    FilterScope(Clock clock) {
        this.clock = clock;
    }

    /** Whose tasks a filter shows, or which. */
    public enum Kind {
        MINE,
        MY_GROUPS,
        WITHIN_A_WEEK,
        OVERDUE
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            narrow(command);
        }
        return next.execute(command);
    }

    private void narrow(Command<?> command) {
        var fields = PropertyAccessorFactory.forDirectFieldAccess(command);
        var context = Objects.requireNonNull(Context.getCommandContext());
        FilterEntity filter = context.getFilterManager().findFilterById((String) fields.getPropertyValue("filterId"));
        Object scope = filter == null || filter.getProperties() == null
                ? null
                : filter.getProperties().get(PROPERTY);
        if (scope == null) {
            return;
        }
        TaskQuery query = (TaskQuery) Objects.requireNonNullElseGet(fields.getPropertyValue(QUERY), TaskQueryImpl::new);
        narrow(query, Kind.valueOf(scope.toString()), context.getAuthentication());
        fields.setPropertyValue(QUERY, query);
    }

    private void narrow(TaskQuery query, Kind kind, @Nullable Authentication user) {
        switch (kind) {
            case MINE -> query.taskAssignee(user == null ? "" : user.getUserId());
            case MY_GROUPS -> query.taskCandidateGroupIn(groups(user)).taskUnassigned();
            case WITHIN_A_WEEK -> query.dueAfter(in(Period.ZERO)).dueBefore(in(Period.ofWeeks(1)));
            case OVERDUE -> query.dueBefore(in(Period.ZERO));
        }
    }

    private static List<String> groups(@Nullable Authentication user) {
        return user == null || user.getGroupIds() == null || user.getGroupIds().isEmpty()
                ? List.of(NO_GROUP)
                : user.getGroupIds();
    }

    private Date in(Period period) {
        return Date.from(clock.instant().atZone(clock.getZone()).plus(period).toInstant());
    }
}
