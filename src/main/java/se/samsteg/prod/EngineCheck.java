package se.samsteg.prod;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Refuses a start with a Camunda that protects less than Samsteg promises, whichever setting, variable or file made it so;
 * and with accounts that everybody knows.
 */
@Component
@Profile("prod")
class EngineCheck {

    /** Where the demo's users have their mail. */
    private static final String DEMO_MAIL = "%@botkyrka.example";

    EngineCheck(ProcessEngineConfigurationImpl engine, IdentityService identity) {
        List<String> unmet = unmet(engine);
        // Accounts that the identity provider vouches for have no password, whatever their address is.
        if (identity.createUserQuery().userEmailLike(DEMO_MAIL).list().stream()
                .anyMatch(user -> user.getPassword() != null)) {
            unmet.add("SPRING_DATASOURCE_URL is wrong: the database has the demo's users, whose password is known");
        }
        if (!unmet.isEmpty()) {
            throw new StartRefused(unmet);
        }
    }

    private static List<String> unmet(ProcessEngineConfigurationImpl engine) {
        List<String> unmet = new ArrayList<>();
        demand(unmet, engine.isAuthorizationEnabled(), "camunda.bpm.authorization.enabled", "true");
        demand(unmet, engine.isTenantCheckEnabled(), "tenantCheckEnabled", "true");
        demand(unmet, !engine.isEnableExpressionsInAdhocQueries(), "enableExpressionsInAdhocQueries", "false");
        demand(unmet, !engine.isEnableExpressionsInStoredQueries(), "enableExpressionsInStoredQueries", "false");
        demand(
                unmet,
                engine.isDeserializationTypeValidationEnabled(),
                "deserializationTypeValidationEnabled",
                "true, or stored objects run code");
        demand(
                unmet,
                !engine.isEnableHistoricInstancePermissions(),
                "enableHistoricInstancePermissions",
                "false, or history is open to whoever once had a task");
        demand(unmet, !engine.isEnableXxeProcessing(), "enableXxeProcessing", "false");
        demand(unmet, "samsteg".equals(engine.getHistoryLevel().getName()), "camunda.bpm.history-level", "samsteg");
        demand(
                unmet,
                set(engine.getHistoryCleanupBatchWindowStartTime())
                        && set(engine.getHistoryCleanupBatchWindowEndTime()),
                "historyCleanupBatchWindowStartTime and -EndTime",
                "times of day, or history is never cleaned up");
        demand(unmet, set(engine.getHistoryTimeToLive()), "historyTimeToLive", "a period, or history stays for ever");
        return unmet;
    }

    private static boolean set(String value) {
        return !Objects.requireNonNullElse(value, "").isBlank();
    }

    private static void demand(List<String> unmet, boolean met, String setting, String right) {
        if (!met) {
            unmet.add("Camunda's setting %s is wrong: it must be %s".formatted(setting, right));
        }
    }
}
