@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "letter", "programme"})
@NullMarked
package se.samsteg.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
