@ApplicationModule(allowedDependencies = {"access", "engine", "form"})
@NullMarked
package se.samsteg.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
