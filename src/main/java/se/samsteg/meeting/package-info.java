@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "letter", "programme"})
@NullMarked
package se.samsteg.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
