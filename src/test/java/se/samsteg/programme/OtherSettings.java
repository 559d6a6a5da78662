package se.samsteg.programme;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a programme of the running application have some other settings for a while; closing it brings back its own. */
public final class OtherSettings implements AutoCloseable {

    private final Programmes programmes;
    private final Object own;

    /** @param others by the name of the setting */
    public OtherSettings(Programmes programmes, String programme, Map<String, ?> others) {
        this.programmes = programmes;
        this.own = ReflectionTestUtils.getField(programmes, "byId");
        Map<String, Settings> all = new HashMap<>();
        programmes.all().forEach(one -> all.put(one.id(), one));
        all.put(programme, with(programmes.get(programme), others));
        ReflectionTestUtils.setField(programmes, "byId", all);
    }

    private static Settings with(Settings settings, Map<String, ?> others) {
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
