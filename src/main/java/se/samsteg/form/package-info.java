@ApplicationModule(allowedDependencies = {"print"})
@NullMarked
package se.samsteg.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
