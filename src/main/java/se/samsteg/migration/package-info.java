@ApplicationModule(allowedDependencies = {"casefile", "engine"})
@NullMarked
package se.samsteg.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
