package se.samsteg.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;

/**
 * Every process belongs to a coordination association. The models are shared; an instance takes the tenant of what
 * called or started it, of its case, of its programme, or of the member of staff who starts it.
 */
@Component
class Tenants implements TenantIdProvider {

    private final TenantOfProgramme programmes;

    Tenants(TenantOfProgramme programmes) {
        this.programmes = programmes;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        var starting = Context.getBpmnExecutionContext();
        if (starting != null) {
            return starting.getExecution().getTenantId();
        }
        var variables = context.getVariables();
        if (variables != null && variables.get("caseNumber") instanceof String caseNumber) {
            // No programme has a number that was made up; the phase then refuses it as it refuses a foreign one.
            return programmes.ofCase(caseNumber).orElseGet(Tenants::ofStarter);
        }
        if (variables != null && variables.get("programme") instanceof String programme) {
            return programmes
                    .ofProgramme(programme)
                    .orElseThrow(() -> new IllegalArgumentException("no programme " + programme));
        }
        return programmes.ofProgramme(context.getProcessDefinition().getKey()).orElseGet(Tenants::ofStarter);
    }

    /** Null without a user: what Samsteg starts itself, such as a letter, belongs to no tenant. */
    private static @Nullable String ofStarter() {
        var starter = Context.getCommandContext().getAuthentication();
        if (starter == null || starter.getUserId() == null) {
            return null;
        }
        var tenants = starter.getTenantIds();
        if (tenants == null || tenants.size() != 1) {
            throw new Refused("Ditt konto hör inte till ett enda samordningsförbund. Tala med systemadministratören.");
        }
        return Objects.requireNonNull(tenants.get(0));
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
