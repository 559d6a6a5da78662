package se.samsteg.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A transaction of the engine and the database beside the one that is under way: one that fails leaves the other whole. */
@Component
public class OwnTransaction {

    private final ProcessEngineConfigurationImpl engine;

    OwnTransaction(@Lazy ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public <T> T of(Supplier<T> work) {
        return engine.getCommandExecutorTxRequiresNew().execute(context -> work.get());
    }
}
