package se.samsteg.renewal;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.consent.ConsentWithdrawn;
import se.samsteg.referral.ReferralReceived;
import se.samsteg.reopening.CaseReopened;

/** The one process of a case that watches its consents. */
@Component
class Watch {

    /** Variable: the last day of what the participant has declined to renew, so that it is not asked for again. */
    static final String DECLINED = "declinedUntil";

    private static final String GIVEN = "consent.given";
    private static final String CHANGED = "consent.changed";

    private final LastDays lastDays;
    private final RuntimeService runtime;

    Watch(LastDays lastDays, @Lazy RuntimeService runtime) {
        this.lastDays = lastDays;
        this.runtime = runtime;
    }

    @EventListener
    void on(ReferralReceived event) {
        ensure(event.caseNumber());
    }

    @EventListener
    void on(CaseReopened event) {
        ensure(event.caseNumber());
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        changed(event.caseNumber());
    }

    /** Starts a process, unless one watches the case. */
    void addTo(String caseNumber) {
        if (watching(caseNumber).isEmpty()) {
            start(caseNumber, null);
        }
    }

    /** A running process reads the consents anew, otherwise one is started. */
    void ensure(String caseNumber) {
        if (!changed(caseNumber)) {
            start(caseNumber, null);
        }
    }

    /**
     * Starts a process; without a valid consent there is none to watch.
     *
     * @param declinedUntil the last day of what is not asked for again, an ISO date; null for none
     */
    void start(String caseNumber, @Nullable String declinedUntil) {
        if (!lastDays.any(caseNumber)) {
            return;
        }
        runtime.createMessageCorrelation(GIVEN)
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable(DECLINED, declinedUntil)
                .correlateStartMessage();
    }

    /** Tells the process that the consents have changed; told twice, it looks twice. False if there is none. */
    boolean changed(String caseNumber) {
        List<Execution> watching = watching(caseNumber);
        watching.forEach(execution -> runtime.messageEventReceived(CHANGED, execution.getId()));
        return !watching.isEmpty();
    }

    private List<Execution> watching(String caseNumber) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(CHANGED)
                .list();
    }
}
