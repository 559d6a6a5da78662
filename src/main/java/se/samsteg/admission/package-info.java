@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "person",
            "programme",
            "rectification::events"
        })
@NullMarked
package se.samsteg.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
