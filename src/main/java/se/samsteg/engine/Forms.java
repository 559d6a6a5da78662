package se.samsteg.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The forms of the running models, and what somebody typed into one. */
@Component
public class Forms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The task's form with the values that its scope holds. */
    public Filled of(DelegateTask task) {
        throw new UnsupportedOperationException("built by the form rules");
    }

    /** The start form of a process with the values it was started with. */
    public Filled ofStart(DelegateExecution execution) {
        throw new UnsupportedOperationException("built by the form rules");
    }

    /**
     * A form that somebody has filled in.
     *
     * @param id the form's id, such as {@code planning-action-plan}
     * @param version what identifies the form's text at that time
     * @param values by key; empty texts left out
     */
    public record Filled(String id, String version, Map<String, Object> values) {

        /**
         * The values as a record with the form's keys.
         *
         * @throws Refused as the record's constructor throws it
         */
        public <T extends Record> T as(Class<T> type) {
            try {
                return JSON.convertValue(values, type);
            } catch (IllegalArgumentException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    Throwable actual = cause instanceof InvocationTargetException i ? i.getTargetException() : cause;
                    if (actual instanceof Refused refused) {
                        throw refused;
                    }
                }
                // The cause quotes what was typed, and messages outlive the case: it stays out.
                throw new IllegalStateException("form " + id + " does not fit " + type.getSimpleName());
            }
        }
    }
}
