package se.samsteg.access;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.engine.NothingThere;

/**
 * Answers alike about what belongs to another association and what is over. Camunda's own words for them are faults of the
 * server (500), and say which of the two it is.
 */
@Component
@Order(2)
class UniformNotFound extends CommandInterceptor {

    private static final String OTHER_TENANT = "belongs to no authenticated tenant";
    private static final String NO_JOB = "No job found";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NullValueException | NotFoundException e) {
            throw new NothingThere();
        } catch (ProcessEngineException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains(OTHER_TENANT) || said.contains(NO_JOB)) {
                throw new NothingThere();
            }
            throw e;
        }
    }
}
