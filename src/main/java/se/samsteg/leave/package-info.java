@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme", "staff", "staff::events"})
@NullMarked
package se.samsteg.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
