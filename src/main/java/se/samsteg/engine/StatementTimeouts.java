package se.samsteg.engine;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Tells the user that the database took too long, which Camunda calls a fault of the persistence layer. A job fails as
 * it always does.
 */
public final class StatementTimeouts extends CommandInterceptor {

    private static final String WORDS = "Det tog för lång tid. Försök igen, och sök efter mindre på en gång.";

    /** A statement was ended, or a transaction that stayed idle too long (PostgreSQL, appendix A). */
    private static final Set<String> ENDED = Set.of("57014", "25P03");

    StatementTimeouts() {}

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (RequestContextHolder.getRequestAttributes() != null && isCauseOf(e)) {
                // Without the cause, which would be logged with every statement.
                throw new InvalidRequestException(Response.Status.SERVICE_UNAVAILABLE, WORDS);
            }
            throw e;
        }
    }

    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && ENDED.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
