@ApplicationModule(allowedDependencies = {"engine", "form", "programme"})
@NullMarked
package se.samsteg.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
