package se.samsteg.prod;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.samsteg.engine.UnsafeSettings;

/**
 * Refuses a start with a Camunda that protects less than Samsteg promises, whichever setting, variable or file made it
 * so; and with the demo's accounts, whose password is public.
 */
@Component
@Profile("prod")
class EngineCheck {

    /** Where the demo's users have their mail: a domain that does not exist. */
    private static final String DEMO_MAIL = "%.example";

    EngineCheck(ProcessEngineConfiguration engine, IdentityService identity) {
        List<String> unmet = new ArrayList<>(UnsafeSettings.of(engine));
        // Accounts that the identity provider vouches for have no password, also with an address like the demo's.
        if (identity.createUserQuery().userEmailLike(DEMO_MAIL).list().stream()
                .anyMatch(user -> user.getPassword() != null)) {
            unmet.add("SPRING_DATASOURCE_URL is wrong: the database has the demo's users, whose password is known");
        }
        if (!unmet.isEmpty()) {
            throw new StartRefused(unmet);
        }
    }
}
