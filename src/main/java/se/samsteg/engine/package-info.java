@ApplicationModule(allowedDependencies = {"form"})
@NullMarked
package se.samsteg.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
