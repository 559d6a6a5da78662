@ApplicationModule(allowedDependencies = {"access", "casefile", "engine", "form", "person", "programme", "staff"})
@NullMarked
package se.samsteg.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
