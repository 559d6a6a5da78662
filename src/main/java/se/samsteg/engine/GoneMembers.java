package se.samsteg.engine;

import org.camunda.bpm.engine.impl.cmd.DeleteTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells other modules in the same transaction that an account is gone, however it goes: deleted by an administrator, or
 * closed at the identity provider. What they do then, the administrator need not have a right to.
 */
@Component
@Order(9)
final class GoneMembers extends CommandInterceptor {

    private final ApplicationEventPublisher events;

    GoneMembers(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        MemberGone gone = gone(command);
        if (gone != null) {
            publish(gone, Context.getCommandContext());
        }
        return result;
    }

    private static @Nullable MemberGone gone(Command<?> command) {
        if (command instanceof DeleteUserCmd) {
            return new MemberGone(value(command, "userId"), null);
        }
        if (command instanceof DeleteTenantUserMembershipCmd) {
            return new MemberGone(value(command, "userId"), value(command, "tenantId"));
        }
        return null;
    }

    private static String value(Command<?> command, String field) {
        return String.valueOf(new DirectFieldAccessor(command).getPropertyValue(field));
    }

    private void publish(MemberGone gone, CommandContext context) {
        boolean authorizationChecked = context.isAuthorizationCheckEnabled();
        boolean tenantChecked = context.isTenantCheckEnabled();
        context.disableAuthorizationCheck();
        context.disableTenantCheck();
        try {
            events.publishEvent(gone);
        } finally {
            if (authorizationChecked) {
                context.enableAuthorizationCheck();
            }
            if (tenantChecked) {
                context.enableTenantCheck();
            }
        }
    }
}
