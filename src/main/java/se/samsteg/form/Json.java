package se.samsteg.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/**
 * The JSON of Samsteg: dates as ISO 8601, unknown keys left out. What comes in over HTTP is read more strictly where it
 * comes in.
 */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new NumberedFields())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** @throws IllegalStateException without the value, which may be about a person */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " could not be written as JSON");
        }
    }

    /** @throws IllegalStateException without the text, which may be about a person */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored could not be read as " + type.getSimpleName());
        }
    }

    /** An object by its keys. */
    public static Map<String, Object> answers(String json) {
        return answers(tree(json));
    }

    /** An object by its keys. */
    public static Map<String, Object> answers(JsonNode json) {
        return MAPPER.convertValue(json, new TypeReference<>() {});
    }

    /** @throws IllegalStateException without the text, which may be about a person */
    public static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }
}
