@ApplicationModule(allowedDependencies = {"engine", "form", "programme", "staff"})
@NullMarked
package se.samsteg.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
