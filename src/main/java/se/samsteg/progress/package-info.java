@ApplicationModule(allowedDependencies = {"casefile", "engine", "form"})
@NullMarked
package se.samsteg.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
