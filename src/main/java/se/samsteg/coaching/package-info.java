@ApplicationModule(
        allowedDependencies = {"casefile", "engine", "form", "pause::events", "programme", "rectification::events"})
@NullMarked
package se.samsteg.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
