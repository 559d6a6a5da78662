@ApplicationModule(
        allowedDependencies = {"casefile", "casefile::events", "engine", "form", "programme", "rectification::events"})
@NullMarked
package se.samsteg.orientation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
