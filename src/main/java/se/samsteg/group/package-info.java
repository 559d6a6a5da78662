@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "engine",
            "exit::events",
            "form",
            "handover::events",
            "person",
            "programme",
            "protection::events",
            "rectification::events"
        })
@NullMarked
package se.samsteg.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
