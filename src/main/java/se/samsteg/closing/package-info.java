@ApplicationModule(allowedDependencies = {"engine", "form", "letter", "programme", "result"})
@NullMarked
package se.samsteg.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
