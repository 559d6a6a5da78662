@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme", "rectification::events", "staff"})
@NullMarked
package se.samsteg.errand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
