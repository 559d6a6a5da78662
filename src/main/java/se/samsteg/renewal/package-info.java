@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "consent::events",
            "engine",
            "form",
            "letter",
            "migration",
            "programme",
            "referral::events",
            "reopening::events",
            "staff"
        })
@NullMarked
package se.samsteg.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
