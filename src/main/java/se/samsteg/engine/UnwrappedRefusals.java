package se.samsteg.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import se.samsteg.form.Refused;

/**
 * Takes a refusal out of what the engine wraps around it on its way from a listener, so that staff read our Swedish and
 * nothing else. Stands outside the transaction, which is rolled back by then.
 */
final class UnwrappedRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
