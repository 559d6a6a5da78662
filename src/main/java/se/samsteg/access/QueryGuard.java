package se.samsteg.access;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import se.samsteg.form.Refused;

/**
 * Refuses every expression in a query, in every part and on every route: the query itself, its or-parts, a filter that
 * is saved, or what extends a filter that is run. The engine evaluates such expressions with all its beans, and
 * Tasklist's interface passes them on from any logged-in user (CVE-2026-109432). Filters are made by the installation;
 * no member of staff changes one, because a stored query runs as each user who opens it.
 */
@Component
@Order(5)
final class QueryGuard extends CommandInterceptor {

    private final Map<Class<?>, List<Field>> holders = new ConcurrentHashMap<>();

    @Override
    public <T> T execute(Command<T> command) {
        if (changesFilters(command) && hasUser()) {
            throw new Refused("Filter kan inte ändras.");
        }
        if (asks(command, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            throw new Refused("Sökningen får inte innehålla uttryck.");
        }
        return next.execute(command);
    }

    private static boolean changesFilters(Command<?> command) {
        return command instanceof SaveFilterCmd
                || command instanceof DeleteFilterCmd
                || command instanceof CreateFilterCmd;
    }

    private static boolean hasUser() {
        var command = Context.getCommandContext();
        return command != null && command.getAuthenticatedUserId() != null;
    }

    /** Whether an expression is to be evaluated in a query that the object is or holds. */
    private boolean asks(@Nullable Object object, Set<Object> seen) {
        if (object == null || !seen.add(object)) {
            return false;
        }
        if (object instanceof List<?> many) {
            return many.stream().anyMatch(one -> asks(one, seen));
        }
        if (object instanceof Filter filter && asks(filter.getQuery(), seen)) {
            return true;
        }
        if (object instanceof AbstractQuery<?, ?> query
                && !query.getExpressions().isEmpty()) {
            return true;
        }
        return holders.computeIfAbsent(object.getClass(), QueryGuard::holders).stream()
                .anyMatch(field -> asks(ReflectionUtils.getField(field, object), seen));
    }

    /** The fields in which a command or a query keeps queries: its or-parts are a list of them. */
    private static List<Field> holders(Class<?> type) {
        if (!Command.class.isAssignableFrom(type) && !org.camunda.bpm.engine.query.Query.class.isAssignableFrom(type)) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        ReflectionUtils.doWithFields(
                type,
                field -> {
                    field.setAccessible(true);
                    fields.add(field);
                },
                field -> !Modifier.isStatic(field.getModifiers()) && mayHoldAQuery(field));
        return List.copyOf(fields);
    }

    private static boolean mayHoldAQuery(Field field) {
        Class<?> type = field.getType();
        return org.camunda.bpm.engine.query.Query.class.isAssignableFrom(type)
                || Filter.class.isAssignableFrom(type)
                || List.class.isAssignableFrom(type) && Objects.equals(field.getName(), "queries");
    }
}
