/** What managers ask for: figures over facts and views of all phases, which it reads and never writes. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "casefile",
            "casefile::events",
            "engine",
            "form",
            "person::events",
            "print",
            "programme",
            "staff"
        })
@NullMarked
package se.samsteg.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
