@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "staff"})
@NullMarked
package se.samsteg.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
