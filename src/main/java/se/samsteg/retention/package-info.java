@ApplicationModule(
        allowedDependencies = {"access", "casefile", "engine", "extract", "form", "letter", "programme", "result"})
@NullMarked
package se.samsteg.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
