package se.samsteg.migration;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Processes that a release could not move to the newest version of their model. */
@Component
public class EarlierVersions {

    private final Migrations migrations;

    EarlierVersions(Migrations migrations) {
        this.migrations = migrations;
    }

    /** @param tenants the associations whose processes are asked for */
    public List<EarlierVersion> of(Collection<String> tenants) {
        return migrations.kept(tenants);
    }
}
