@ApplicationModule(allowedDependencies = {"access", "engine", "form", "result", "staff"})
@NullMarked
package se.samsteg.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
