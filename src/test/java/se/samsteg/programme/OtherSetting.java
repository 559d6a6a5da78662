package se.samsteg.programme;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a programme of the running application have another setting for a while; closing it brings back its own. */
public final class OtherSetting implements AutoCloseable {

    private final Programmes programmes;
    private final @Nullable Object own;

    /** @param setting the name of a component of {@link Settings} */
    public OtherSetting(Programmes programmes, String programme, String setting, Object value) {
        this.programmes = programmes;
        this.own = ReflectionTestUtils.getField(programmes, "byId");
        Map<String, Settings> others = new HashMap<>();
        programmes.all().forEach(one -> others.put(one.id(), one));
        others.put(programme, with(programmes.get(programme), setting, value));
        ReflectionTestUtils.setField(programmes, "byId", others);
    }

    /** The settings with one of them changed. */
    public static Settings with(Settings settings, String setting, Object value) {
        try {
            RecordComponent[] parts = Settings.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int n = 0; n < parts.length; n++) {
                values[n] = parts[n].getName().equals(setting)
                        ? value
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
