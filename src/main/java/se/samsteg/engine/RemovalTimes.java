package se.samsteg.engine;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceManager;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/**
 * The day after which history is cleaned up, which the engine writes into seventeen tables when a process ends. Here it
 * writes it into those that {@link LeanHistory} fills.
 */
final class RemovalTimes extends HistoricProcessInstanceManager {

    private static final Set<String> FILLED = Stream.of(
                    HistoricProcessInstanceEventEntity.class,
                    HistoricActivityInstanceEventEntity.class,
                    HistoricTaskInstanceEventEntity.class,
                    HistoricIncidentEventEntity.class,
                    HistoricJobLogEventEntity.class,
                    UserOperationLogEntryEventEntity.class,
                    // Processes that began under an earlier version have some.
                    HistoricIdentityLinkLogEventEntity.class,
                    // What a failed job said.
                    ByteArrayEntity.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void addRemovalTimeToProcessInstancesByRootProcessInstanceId(String root, Date removalTime) {
        addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, removalTime, null, FILLED);
    }

    /** No decision is in the history. */
    private static final class OfDecisions extends HistoricDecisionInstanceManager {

        @Override
        public void addRemovalTimeToDecisionsByRootProcessInstanceId(String root, Date removalTime) {}
    }

    static Stream<SessionFactory> factories() {
        return Stream.of(
                new Factory(HistoricProcessInstanceManager.class) {
                    @Override
                    public Session openSession() {
                        return new RemovalTimes();
                    }
                },
                new Factory(HistoricDecisionInstanceManager.class) {
                    @Override
                    public Session openSession() {
                        return new OfDecisions();
                    }
                });
    }

    private abstract static class Factory implements SessionFactory {

        private final Class<?> type;

        Factory(Class<?> type) {
            this.type = type;
        }

        @Override
        public Class<?> getSessionType() {
            return type;
        }
    }
}
