@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "letter", "programme", "staff"})
@NullMarked
package se.samsteg.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
