package se.samsteg;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import se.samsteg.engine.TestDatabase;

/** Where the tests' application finds its database and its mail server. */
@TestConfiguration(proxyBeanMethods = false)
class TestSetup {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    DynamicPropertyRegistrar addresses(GreenMail mailServer) {
        TestDatabase.stopAfterSpring();
        return properties -> {
            properties.add("spring.datasource.url", () -> TestDatabase.withRoles("samsteg"));
            properties.add("spring.datasource.username", () -> "samsteg_app");
            properties.add("spring.datasource.password", () -> "");
            properties.add("samsteg.log.username", () -> "samsteg_log");
            properties.add("samsteg.log.password", () -> "");
            properties.add("samsteg.archive", () -> "target/archive");
            properties.add("spring.mail.host", () -> "127.0.0.1");
            properties.add("spring.mail.port", () -> mailServer.getSmtp().getPort());
        };
    }
}
