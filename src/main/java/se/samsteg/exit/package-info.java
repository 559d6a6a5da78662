@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme", "rectification::events"})
@NullMarked
package se.samsteg.exit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
