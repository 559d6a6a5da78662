@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "person", "staff"})
@NullMarked
package se.samsteg.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
