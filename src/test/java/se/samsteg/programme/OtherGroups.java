package se.samsteg.programme;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a programme of the running application have other types of groups for a while; closing it brings back its own. */
public final class OtherGroups implements AutoCloseable {

    private final Programmes programmes;
    private final Object own;

    public OtherGroups(Programmes programmes, String programme, List<Settings.Group> groups) {
        this.programmes = programmes;
        this.own = ReflectionTestUtils.getField(programmes, "byId");
        Map<String, Settings> others = new HashMap<>();
        programmes.all().forEach(one -> others.put(one.id(), one));
        others.put(programme, with(programmes.get(programme), groups));
        ReflectionTestUtils.setField(programmes, "byId", others);
    }

    private static Settings with(Settings settings, List<Settings.Group> groups) {
        try {
            RecordComponent[] parts = Settings.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int n = 0; n < parts.length; n++) {
                values[n] = parts[n].getName().equals("groups")
                        ? groups
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
