@ApplicationModule(allowedDependencies = {"access", "casefile", "engine", "form", "letter", "programme"})
@NullMarked
package se.samsteg.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
