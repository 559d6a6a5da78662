@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "planning::events",
            "programme",
            "rectification::events",
            "reopening::events"
        })
@NullMarked
package se.samsteg.sip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
