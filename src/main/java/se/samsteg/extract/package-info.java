@ApplicationModule(allowedDependencies = {"access", "casefile", "form", "person", "programme", "staff"})
@NullMarked
package se.samsteg.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
