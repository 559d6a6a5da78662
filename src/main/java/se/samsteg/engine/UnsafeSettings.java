package se.samsteg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Settings with which Camunda protects less than Samsteg promises, whichever file or variable made them so. */
public final class UnsafeSettings {

    private UnsafeSettings() {}

    /** What is wrong, a sentence each. */
    public static List<String> of(ProcessEngineConfiguration configuration) {
        var engine = (ProcessEngineConfigurationImpl) configuration;
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
                "false, or history is open to each earlier assignee of a task");
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
