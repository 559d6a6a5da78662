@ApplicationModule(
        allowedDependencies = {"casefile", "casefile::events", "engine", "exit::events", "form", "programme", "staff"})
@NullMarked
package se.samsteg.workplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
