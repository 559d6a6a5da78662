package se.samsteg.journey;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.samsteg.Samsteg;
import se.samsteg.engine.TestDatabase;
import se.samsteg.result.FreshRows;

/** The whole application on a database of a test's own; jobs run when the test says so. */
public final class StartedApplication {

    private StartedApplication() {}

    /**
     * @param url of a database that has an installation's roles
     * @param initializers what a test adds
     */
    @SafeVarargs
    public static ConfigurableApplicationContext on(
            String url, GreenMail mail, ApplicationContextInitializer<ConfigurableApplicationContext>... initializers) {
        TestDatabase.stopAfterSpring();
        return new SpringApplicationBuilder(Samsteg.class, World.class, FreshRows.class)
                .profiles("test")
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(GreenMail.class, () -> mail))
                .initializers(initializers)
                .run(
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--samsteg.refusals-looked-for=-",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=samsteg_app",
                        "--spring.datasource.password=",
                        "--samsteg.log.username=samsteg_log",
                        "--samsteg.log.password=",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.getSmtp().getPort());
    }
}
