@ApplicationModule(allowedDependencies = {"access", "draft", "engine", "form", "person", "print", "programme", "staff"})
@NullMarked
package se.samsteg.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
