@ApplicationModule(
        allowedDependencies = {"casefile", "engine", "form", "letter", "meeting", "person", "programme", "staff"})
@NullMarked
package se.samsteg.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
