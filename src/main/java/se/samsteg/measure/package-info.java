@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "coaching::events",
            "engine",
            "form",
            "planning::events",
            "prerehab::events",
            "programme",
            "rectification::events"
        })
@NullMarked
package se.samsteg.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
