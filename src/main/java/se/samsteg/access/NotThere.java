package se.samsteg.access;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses what belongs to another association, and what is over, in the way of every refusal. Camunda's own words for
 * them are faults of the server (500), and say which of the two it is.
 */
@Component
@Order(2)
class NotThere extends CommandInterceptor {

    private static final String OTHER_TENANT = "belongs to no authenticated tenant";
    private static final String NO_JOB = "No job found";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NullValueException e) {
            throw nothing(e);
        } catch (ProcessEngineException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains(OTHER_TENANT)) {
                throw new AuthorizationException("not yours");
            }
            if (said.contains(NO_JOB)) {
                throw nothing(e);
            }
            throw e;
        }
    }

    private static InvalidRequestException nothing(Exception why) {
        return new InvalidRequestException(Response.Status.NOT_FOUND, why, "nothing there");
    }
}
