@ApplicationModule(allowedDependencies = {"casefile", "engine", "form", "person"})
@NullMarked
package se.samsteg.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
