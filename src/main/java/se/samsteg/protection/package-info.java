@ApplicationModule(allowedDependencies = {"casefile", "draft", "engine", "form", "person"})
@NullMarked
package se.samsteg.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
