@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "departure::events",
            "engine",
            "exit::events",
            "form",
            "handover::events",
            "letter",
            "pause::events",
            "person",
            "person::events",
            "programme",
            "protection::events",
            "staff"
        })
@NullMarked
package se.samsteg.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
