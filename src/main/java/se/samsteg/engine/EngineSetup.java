package se.samsteg.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import se.samsteg.form.SwedishTime;

/** How Samsteg sets up Camunda; what is a plain setting stands in application.yml. */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    /** User, group and tenant ids as in the glossary: {@code handlaggare.af}, {@code caseworker-af}. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9.@_-]*";

    /** Waiting times between attempts of a failed job, growing: a mail server may be away for a night. */
    private static final String RETRIES = "PT1M,PT5M,PT15M,PT1H,PT4H,PT12H";

    /** After Flyway, which refuses a schema that holds another application's tables already. */
    @Bean
    @DependsOn("flywayInitializer")
    ProcessEnginePlugin samstegEngine(
            ListableBeanFactory beans, List<BpmnParseListener> listeners, ObjectProvider<TenantIdProvider> tenants) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                PhaseBeans phases = new PhaseBeans(beans);
                engine.setBeans(phases);
                engine.setExpressionManager(new ModelExpressions(phases));
                engine.setScriptEngineResolver(new NoScripts());
                // Nothing of ours is stored as a Java object, so nothing is read as one.
                engine.setDeserializationTypeValidator(type -> false);
                engine.setCustomHistoryLevels(new ArrayList<>(List.of(new LeanHistory())));
                engine.setHistory(LeanHistory.NAME);
                List<SessionFactory> sessions =
                        new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
                RemovalTimes.factories().forEach(sessions::add);
                engine.setCustomSessionFactories(sessions);
                engine.setIdGenerator(new StrongUuidGenerator());
                engine.setUserResourceWhitelistPattern(IDS);
                engine.setGroupResourceWhitelistPattern(IDS);
                engine.setTenantResourceWhitelistPattern(IDS);
                engine.setFailedJobRetryTimeCycle(RETRIES);
                engine.setCustomPreBPMNParseListeners(new ArrayList<>(listeners));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(new StatementTimeouts(), new UnwrappedRefusals())));
                // By name: one that cannot be made must stop the start and not be left out.
                List<CommandInterceptor> interceptors = new ArrayList<>();
                for (String name : beans.getBeanNamesForType(CommandInterceptor.class)) {
                    interceptors.add(beans.getBean(name, CommandInterceptor.class));
                }
                AnnotationAwareOrderComparator.sort(interceptors);
                engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
                engine.setCustomJobHandlers(
                        new ArrayList<>(beans.getBeansOfType(PagedJobs.class).values()));
                tenants.ifAvailable(engine::setTenantIdProvider);
            }
        };
    }

    /** The engine's clock as a {@link Clock}: a test that moves the engine's time moves every date the domain computes. */
    @Bean
    Clock clock() {
        return new EngineClock(SwedishTime.ZONE);
    }

    private static final class EngineClock extends Clock {

        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new EngineClock(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
