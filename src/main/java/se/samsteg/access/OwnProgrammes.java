package se.samsteg.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * Offers only programmes of the user's association to start. The models are shared, and the groups of staff that have the
 * right to start them too; starting another association's programme is refused in any case.
 */
@Component
@Order(6)
final class OwnProgrammes extends CommandInterceptor {

    private final Programmes programmes;
    private final Set<String> shared;

    OwnProgrammes(Programmes programmes) {
        this.programmes = programmes;
        this.shared = Stream.of(Role.values())
                .flatMap(role -> RoleRights.starts(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ProcessDefinitionQueryImpl query && query.isStartableInTasklist()) {
            var user = Context.getCommandContext().getAuthentication();
            if (user != null && user.getUserId() != null) {
                query.processDefinitionKeysIn(startable(Objects.requireNonNullElse(user.getTenantIds(), List.of())));
            }
        }
        return next.execute(command);
    }

    private String[] startable(List<String> tenants) {
        return Stream.concat(
                        shared.stream(),
                        programmes.all().stream()
                                .filter(programme -> tenants.contains(programme.tenant()))
                                .map(Settings::id))
                .toArray(String[]::new);
    }
}
