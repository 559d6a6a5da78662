package se.samsteg.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a programme of the running application have some other settings for a while; closing it brings back its own. */
public final class OtherSettings implements AutoCloseable {

    private static final ObjectMapper YAML =
            (ObjectMapper) Objects.requireNonNull(ReflectionTestUtils.getField(ProgrammeFile.class, "YAML"));

    private final Programmes programmes;
    private final Object own;

    /** @param differs the settings that differ, as they stand in a programme's file */
    public OtherSettings(Programmes programmes, String programme, String differs) {
        this(programmes, programme, of(programme, differs));
    }

    /** @param others by the name of a component of {@link Settings} */
    public OtherSettings(Programmes programmes, String programme, Map<String, ?> others) {
        this(programmes, programme, with(programmes.get(programme), others));
    }

    private OtherSettings(Programmes programmes, String programme, Settings settings) {
        this.programmes = programmes;
        this.own = ReflectionTestUtils.getField(programmes, "byId");
        Map<String, Settings> all = new HashMap<>();
        programmes.all().forEach(one -> all.put(one.id(), one));
        all.put(programme, settings);
        ReflectionTestUtils.setField(programmes, "byId", all);
    }

    /** The settings of a programme's file but for those that differ. */
    public static Settings of(String programme, String differs) {
        try {
            ObjectNode settings = (ObjectNode)
                    YAML.readTree(Files.readString(Path.of("src/main/resources/programmes/" + programme + ".yml")));
            merge(settings, YAML.readTree(differs));
            return YAML.treeToValue(settings, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode settings, JsonNode differs) {
        differs.properties().forEach(other -> {
            if (settings.get(other.getKey()) instanceof ObjectNode part && other.getValue() instanceof ObjectNode) {
                merge(part, other.getValue());
            } else {
                settings.set(other.getKey(), other.getValue());
            }
        });
    }

    /** The settings with some of them changed. */
    static Settings with(Settings settings, Map<String, ?> others) {
        try {
            RecordComponent[] parts = Settings.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int n = 0; n < parts.length; n++) {
                values[n] = others.containsKey(parts[n].getName())
                        ? others.get(parts[n].getName())
                        : parts[n].getAccessor().invoke(settings);
            }
            Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Settings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(programmes, "byId", own);
    }
}
