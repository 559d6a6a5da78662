@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "departure::events",
            "engine",
            "exit::events",
            "form",
            "programme",
            "rectification::events"
        })
@NullMarked
package se.samsteg.workplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
