@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "programme", "rectification::events", "staff"})
@NullMarked
package se.samsteg.response;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
