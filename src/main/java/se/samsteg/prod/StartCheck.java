package se.samsteg.prod;

import java.nio.charset.Charset;
import java.time.ZoneId;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a start that would go wrong later, before anything is connected to. */
public final class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var unmet =
                new Requirements(context.getEnvironment(), ZoneId.systemDefault(), Charset.defaultCharset()).unmet();
        if (!unmet.isEmpty()) {
            throw new StartRefused(unmet);
        }
    }
}
