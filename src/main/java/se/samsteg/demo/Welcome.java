package se.samsteg.demo;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last words of a start, before the cases come: where to log in, and as whom. */
@Component
@Profile("demo")
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(text(web.getWebServer().getPort()));
        }
    }

    static String text(int port) {
        return """


                Samsteg är igång.
                  Logga in:  http://localhost:%1$d/
                  Lösenord:  %2$s   (för alla)
                  Användare: %3$s
                  E-post som skickas ut läses på http://localhost:%1$d/mail
                """.formatted(
                        port,
                        DemoStaff.PASSWORD,
                        DemoStaff.MEMBERS.stream().map(DemoStaff.Member::id).collect(Collectors.joining(", ")));
    }
}
