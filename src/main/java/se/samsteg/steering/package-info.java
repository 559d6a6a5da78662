@ApplicationModule(
        allowedDependencies = {"access", "casefile", "engine", "form", "letter", "programme", "result", "staff"})
@NullMarked
package se.samsteg.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
