@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.samsteg.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
