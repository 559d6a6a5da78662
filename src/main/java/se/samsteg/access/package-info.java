@ApplicationModule(allowedDependencies = {"engine", "form", "programme"})
@NullMarked
package se.samsteg.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
