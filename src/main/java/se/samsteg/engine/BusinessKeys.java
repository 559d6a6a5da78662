package se.samsteg.engine;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;

/**
 * Which case a process is about is found by the phase that takes up its start form, which asks whether the case is the
 * starter's. A business key that a user sends beside the form would make the process one of another's case.
 */
@Component
@Order(7)
final class BusinessKeys extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        // What a model's step starts, the engine starts without asking what the user may.
        if (context.getAuthentication() != null && context.isAuthorizationCheckEnabled() && sent(command) != null) {
            throw new Refused("Ärende: vilket ärende processen gäller anges i formuläret.");
        }
        return next.execute(command);
    }

    private static @Nullable String sent(Command<?> command) {
        if (command instanceof SubmitStartFormCmd) {
            return (String) new DirectFieldAccessor(command).getPropertyValue("businessKey");
        }
        if ((command instanceof StartProcessInstanceCmd || command instanceof StartProcessInstanceAtActivitiesCmd)
                && new DirectFieldAccessor(command).getPropertyValue("instantiationBuilder")
                        instanceof ProcessInstantiationBuilderImpl builder) {
            return builder.getBusinessKey();
        }
        return null;
    }
}
