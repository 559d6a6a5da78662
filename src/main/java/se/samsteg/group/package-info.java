@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "person", "programme", "staff"})
@NullMarked
package se.samsteg.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
