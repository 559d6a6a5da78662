@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "letter",
            "person",
            "programme",
            "rectification::events",
            "staff"
        })
@NullMarked
package se.samsteg.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
