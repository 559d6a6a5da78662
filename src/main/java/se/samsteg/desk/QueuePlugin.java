package se.samsteg.desk;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Tells Cockpit of the panel in {@code plugin-webapp/samsteg-queue}. Cockpit finds this class through
 * {@code META-INF/services} and makes it itself, so both it and {@link Files} must be public.
 */
public class QueuePlugin extends AbstractCockpitPlugin {

    private static final String ID = "samsteg-queue";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Files.class);
    }

    /** Serves the panel's script and style sheet, which hold no data, to every caller. */
    @Path("plugin/" + ID)
    public static class Files extends AbstractCockpitPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
