/** Drafts: what staff have begun to write in a form and not sent. */
@ApplicationModule(allowedDependencies = {"access", "engine", "form"})
@NullMarked
package se.samsteg.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
