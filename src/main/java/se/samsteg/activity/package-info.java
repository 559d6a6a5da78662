@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "group::events", "programme"})
@NullMarked
package se.samsteg.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
