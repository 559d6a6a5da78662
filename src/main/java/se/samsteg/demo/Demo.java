package se.samsteg.demo;

import com.icegreen.greenmail.user.UserException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a newcomer needs and production has elsewhere: a database, a mail catcher, people to log in as. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class Demo {

    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${samsteg.data}") Path data) {
        return new EmbeddedDatabase(data);
    }

    /** What the connection pool is made from; so the database is up before the pool, and down after it. */
    @Bean
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    Mailbox mailbox(@Value("${samsteg.data}") Path data) {
        return new Mailbox(data.resolve("mail"));
    }

    @Bean
    MailCatcher mailCatcher(Mailbox mailbox, JavaMailSenderImpl sender) throws UserException {
        return new MailCatcher(mailbox, sender);
    }
}
