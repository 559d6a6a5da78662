@ApplicationModule(allowedDependencies = {"engine", "form"})
@NullMarked
package se.samsteg.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
