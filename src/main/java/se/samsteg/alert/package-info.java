@ApplicationModule(allowedDependencies = {"casefile", "engine", "letter", "programme"})
@NullMarked
package se.samsteg.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
