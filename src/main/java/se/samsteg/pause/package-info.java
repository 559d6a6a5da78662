@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme", "rectification::events"})
@NullMarked
package se.samsteg.pause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
