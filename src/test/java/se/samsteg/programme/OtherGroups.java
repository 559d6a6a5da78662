package se.samsteg.programme;

import java.util.List;
import java.util.Map;

/** Lets a programme of the running application have other types of groups for a while; closing it brings back its own. */
public final class OtherGroups implements AutoCloseable {

    private final OtherSettings settings;

    public OtherGroups(Programmes programmes, String programme, List<Settings.Group> groups) {
        settings = new OtherSettings(programmes, programme, Map.of("groups", groups));
    }

    @Override
    public void close() {
        settings.close();
    }
}
