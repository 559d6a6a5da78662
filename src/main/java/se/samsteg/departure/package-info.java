@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme"})
@NullMarked
package se.samsteg.departure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
