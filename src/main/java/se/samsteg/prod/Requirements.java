package se.samsteg.prod;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import se.samsteg.form.MailAddress;
import se.samsteg.form.SwedishTime;

/** What a start needs, so that all that is missing is said at once and not one at a time. */
final class Requirements {

    private static final String EMBEDDED_DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    /** Cookies, tokens and the other data of a login are sent over https only, or to this machine itself. */
    private static final Pattern WEB_ADDRESS = Pattern.compile("https://[^/\\s]+.*|http://localhost(:\\d+)?(/.*)?");

    /** Regular expressions of Tomcat's: an address is one that matches itself alone. */
    private static final Pattern PROXIES = Pattern.compile("[0-9a-fA-F.:]+([|][0-9a-fA-F.:]+)*");

    /** To this machine itself, or encrypted and only to a server that proves its name. */
    private static final Pattern DATABASE = Pattern.compile(
            "jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*|jdbc:postgresql:.*[?&]sslmode=verify-full(&.*)?");

    private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d*");

    private final Environment environment;
    private final ZoneId zone;
    private final Charset charset;
    private final List<String> unmet = new ArrayList<>();

    /**
     * @param zone of the JVM
     * @param charset the JVM's default for reading texts
     */
    Requirements(Environment environment, ZoneId zone, Charset charset) {
        this.environment = environment;
        this.zone = zone;
        this.charset = charset;
    }

    /** One line for each setting that is missing or wrong, naming it; empty if Samsteg can start. */
    List<String> unmet() {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean prod = environment.acceptsProfiles(Profiles.of("prod"));
        if (demo && !prod) {
            if (!ClassUtils.isPresent(EMBEDDED_DATABASE, getClass().getClassLoader())) {
                unmet.add("SPRING_PROFILES_ACTIVE is missing: it must be prod, there is no database inside this file");
            }
            machine();
            return unmet;
        }
        if (!prod || demo) {
            unmet.add("SPRING_PROFILES_ACTIVE is wrong: it must be prod, and is "
                    + Arrays.toString(environment.getActiveProfiles()));
        }
        database();
        login();
        need("samsteg.base-url", "SAMSTEG_BASE_URL", "https:// and where staff find Samsteg", matches(WEB_ADDRESS));
        need(
                "samsteg.proxy",
                "SAMSTEG_PROXY",
                "the address of the TLS proxy, such as 192.0.2.10; several with | between",
                matches(PROXIES));
        mail();
        archive();
        machine();
        return unmet;
    }

    private void database() {
        need(
                "spring.datasource.url",
                "SPRING_DATASOURCE_URL",
                "the database, such as jdbc:postgresql://host:5432/samsteg?sslmode=verify-full; unencrypted on localhost only",
                matches(DATABASE));
        need("spring.datasource.username", "SPRING_DATASOURCE_USERNAME", "the database's user", any -> true);
        need("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD", "the database user's password", any -> true);
        String application = environment.getProperty("spring.datasource.username", "");
        need(
                "samsteg.log.username",
                "SAMSTEG_LOG_USERNAME",
                "the access log's owner in the database, another user than the application's",
                owner -> !owner.equals(application));
        need("samsteg.log.password", "SAMSTEG_LOG_PASSWORD", "the password of the access log's owner", any -> true);
    }

    private void login() {
        need(
                "samsteg.login.issuer",
                "SAMSTEG_LOGIN_ISSUER",
                "https:// and the identity provider's own name, below which its description is found",
                matches(WEB_ADDRESS));
        need("samsteg.login.client-id", "SAMSTEG_LOGIN_CLIENT_ID", "what the provider calls Samsteg", any -> true);
        need("samsteg.login.secret", "SAMSTEG_LOGIN_SECRET", "the secret that the provider gave Samsteg", any -> true);
        need(
                "samsteg.login.levels",
                "SAMSTEG_LOGIN_LEVELS",
                "the assurance levels that are good enough, as the provider writes them, with commas between",
                levels -> Stream.of(levels.split(",", -1)).noneMatch(String::isBlank));
    }

    private void mail() {
        need("spring.mail.host", "SAMSTEG_MAIL_HOST", "the mail server", any -> true);
        need("samsteg.mail-from", "SAMSTEG_MAIL_FROM", "the sender's address in mails", MailAddress::works);
        for (String setting : List.of("connectiontimeout", "timeout", "writetimeout")) {
            need(
                    "spring.mail.properties.mail.smtp." + setting,
                    "spring.mail.properties.mail.smtp." + setting,
                    "milliseconds to wait for the mail server, without which a job waits for ever",
                    matches(MILLISECONDS));
        }
    }

    private void archive() {
        need(
                "samsteg.archive",
                "SAMSTEG_ARCHIVE",
                "a folder that can be written, into which the files that an archive keeps are put before they are erased",
                folder -> Files.isWritable(Path.of(folder)) && Files.isDirectory(Path.of(folder)));
    }

    private void machine() {
        // By its rules: today's offset is that of other zones too, whose summer time is another or none.
        if (!zone.getRules().equals(SwedishTime.ZONE.getRules())) {
            unmet.add("the time zone is %s: start java with -Duser.timezone=%s, or every deadline is moved"
                    .formatted(zone, SwedishTime.ZONE));
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            unmet.add("the file encoding is %s: start java with -Dfile.encoding=UTF-8, or å, ä and ö are lost"
                    .formatted(charset));
        }
    }

    private void need(String property, String variable, String meaning, Predicate<String> right) {
        check(environment.getProperty(property, ""), variable, meaning, right);
    }

    /** The value itself is never said: it may be a secret. */
    private void check(String value, String variable, String meaning, Predicate<String> right) {
        if (value.isBlank()) {
            unmet.add("%s is missing: %s".formatted(variable, meaning));
        } else if (!right.test(value)) {
            unmet.add("%s is wrong: it must be %s".formatted(variable, meaning));
        }
    }

    private static Predicate<String> matches(Pattern pattern) {
        return pattern.asMatchPredicate();
    }
}
