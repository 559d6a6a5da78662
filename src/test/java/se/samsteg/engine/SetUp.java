package se.samsteg.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Samsteg's set-up of the engine, for engines of tests. */
public final class SetUp {

    private SetUp() {}

    /** @param beans phases and guards */
    public static ProcessEnginePlugin of(StaticListableBeanFactory beans, BpmnParseListener listener) {
        beans.addBean("ownKeys", new BusinessKeys());
        return new EngineSetup().samstegEngine(beans, List.of(listener), beans.getBeanProvider(TenantIdProvider.class));
    }
}
