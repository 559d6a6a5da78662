@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "programme",
            "rectification::events",
            "reopening::events",
            "staff"
        })
@NullMarked
package se.samsteg.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
