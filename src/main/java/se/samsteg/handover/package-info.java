@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "letter",
            "programme",
            "staff",
            "staff::events"
        })
@NullMarked
package se.samsteg.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
