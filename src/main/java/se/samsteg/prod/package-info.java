/** What exists only in a real installation; its opposite is the embedded default in {@code se.samsteg.demo}. */
@ApplicationModule(allowedDependencies = {"engine", "form"})
@NullMarked
package se.samsteg.prod;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
