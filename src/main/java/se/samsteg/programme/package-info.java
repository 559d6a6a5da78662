@ApplicationModule(allowedDependencies = {"engine", "form"})
@NullMarked
package se.samsteg.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
