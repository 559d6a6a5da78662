package se.samsteg.desk;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * Tells Tasklist of the tab in {@code plugin-webapp/samsteg-case}. Tasklist finds this class through
 * {@code META-INF/services} and makes it itself, so both it and {@link Files} must be public.
 */
public class CasePlugin extends AbstractTasklistPlugin {

    private static final String ID = "samsteg-case";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Files.class);
    }

    /** Serves the tab's script and style sheet, which hold no data, to every caller. */
    @Path("plugin/" + ID)
    public static class Files extends AbstractTasklistPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
