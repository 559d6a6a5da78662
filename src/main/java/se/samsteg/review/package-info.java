@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "engine",
            "form",
            "letter",
            "person",
            "programme",
            "rectification::events",
            "staff"
        })
@NullMarked
package se.samsteg.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
