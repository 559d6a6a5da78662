@ApplicationModule(
        allowedDependencies = {
            "access",
            "draft",
            "engine",
            "form",
            "person",
            "person::events",
            "print",
            "programme",
            "staff",
            "staff::events"
        })
@NullMarked
package se.samsteg.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
