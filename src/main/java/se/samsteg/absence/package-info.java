@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "coaching::events",
            "engine",
            "form",
            "group::events",
            "programme",
            "rectification::events"
        })
@NullMarked
package se.samsteg.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
