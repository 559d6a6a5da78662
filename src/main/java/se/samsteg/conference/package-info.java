@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "consent::events",
            "engine",
            "form",
            "letter",
            "meeting",
            "meeting::events",
            "person",
            "programme",
            "renewal::events",
            "staff"
        })
@NullMarked
package se.samsteg.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
