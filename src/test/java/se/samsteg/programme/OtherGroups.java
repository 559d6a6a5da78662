package se.samsteg.programme;

import java.util.List;

/** Lets a programme of the running application have other types of groups for a while; closing it brings back its own. */
public final class OtherGroups implements AutoCloseable {

    private final OtherSetting groups;

    public OtherGroups(Programmes programmes, String programme, List<Settings.Group> groups) {
        this.groups = new OtherSetting(programmes, programme, "groups", groups);
    }

    @Override
    public void close() {
        groups.close();
    }
}
