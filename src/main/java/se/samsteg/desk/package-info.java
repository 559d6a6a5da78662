@ApplicationModule(
        allowedDependencies = {
            "access",
            "activity",
            "casefile",
            "engine",
            "extract",
            "form",
            "letter",
            "migration",
            "person",
            "programme",
            "review",
            "staff"
        })
@NullMarked
package se.samsteg.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
