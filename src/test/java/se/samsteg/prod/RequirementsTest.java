package se.samsteg.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import se.samsteg.Samsteg;

@ExtendWith(OutputCaptureExtension.class)
class RequirementsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void whatIsSetUpInFullStarts() {
        assertThat(unmet(complete())).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceAndBrieflyAndNothingIsStarted(CapturedOutput output) {
        assertThatThrownBy(() -> Samsteg.main(new String[] {"--spring.profiles.active=prod"}))
                .isInstanceOf(StartRefused.class);

        assertThat(output)
                .contains("Samsteg does not start, because of its settings:")
                .contains(
                        "- SPRING_DATASOURCE_URL is missing",
                        "- SPRING_DATASOURCE_USERNAME is missing",
                        "- SPRING_DATASOURCE_PASSWORD is missing",
                        "- SAMSTEG_LOG_USERNAME is missing",
                        "- SAMSTEG_LOG_PASSWORD is missing",
                        "- SAMSTEG_LOGIN_ISSUER is missing",
                        "- SAMSTEG_LOGIN_CLIENT_ID is missing",
                        "- SAMSTEG_LOGIN_SECRET is missing",
                        "- SAMSTEG_LOGIN_LEVELS is missing",
                        "- SAMSTEG_BASE_URL is missing",
                        "- SAMSTEG_PROXY is missing",
                        "- SAMSTEG_MAIL_HOST is missing",
                        "- SAMSTEG_MAIL_FROM is missing",
                        "- SAMSTEG_ARCHIVE is missing")
                .doesNotContain("\tat ")
                .doesNotContain("HikariPool", "Tomcat");
    }

    @Test
    void wrongValuesAreNamedAndNeverRepeated() {
        var environment = complete()
                .withProperty("spring.datasource.url", "jdbc:h2:mem:hemlig")
                .withProperty("samsteg.login.issuer", "http://inloggning.hemlig.example")
                .withProperty("samsteg.login.levels", "loa3,")
                .withProperty("samsteg.base-url", "http://samsteg.hemlig.example")
                .withProperty("samsteg.proxy", ".*hemlig")
                .withProperty("samsteg.mail-from", "hemlig");

        assertThat(unmet(environment))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("SPRING_DATASOURCE_URL is wrong"),
                        line -> assertThat(line).startsWith("SAMSTEG_LOGIN_ISSUER is wrong"),
                        line -> assertThat(line).startsWith("SAMSTEG_LOGIN_LEVELS is wrong"),
                        line -> assertThat(line).startsWith("SAMSTEG_BASE_URL is wrong"),
                        line -> assertThat(line).startsWith("SAMSTEG_PROXY is wrong"),
                        line -> assertThat(line).startsWith("SAMSTEG_MAIL_FROM is wrong"))
                .noneMatch(line -> line.contains("hemlig"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://database:5432/samsteg",
                "jdbc:postgresql://database:5432/samsteg?sslmode=require",
                "jdbc:postgresql://localhost.hemlig.test/samsteg",
                "jdbc:postgresql://localhost,database/samsteg"
            })
    void aDatabaseOnAnotherMachineWithoutVerifiedEncryptionIsRefused(String url) {
        assertThat(unmet(complete().withProperty("spring.datasource.url", url)))
                .singleElement()
                .asString()
                .startsWith("SPRING_DATASOURCE_URL is wrong")
                .contains("sslmode=verify-full");
    }

    @Test
    void aDatabaseOnTheSameMachineNeedsNoEncryption() {
        assertThat(unmet(complete().withProperty("spring.datasource.url", "jdbc:postgresql://localhost:5432/samsteg")))
                .isEmpty();
    }

    @Test
    void aMailServerThatMayKeepAJobWaitingForEverIsRefused() {
        var environment = complete()
                .withProperty("spring.mail.properties.mail.smtp.timeout", "0")
                .withProperty("spring.mail.properties.mail.smtp.writetimeout", "");

        assertThat(unmet(environment))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("spring.mail.properties.mail.smtp.timeout is wrong"))
                .anyMatch(line -> line.startsWith("spring.mail.properties.mail.smtp.writetimeout is missing"));
    }

    @Test
    void anArchiveThatIsNoFolderIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("arkiv"), "no folder");

        assertThat(unmet(complete().withProperty("samsteg.archive", file.toString())))
                .singleElement()
                .asString()
                .startsWith("SAMSTEG_ARCHIVE is wrong");
    }

    @Test
    void anotherTimeZoneOrEncodingIsRefused() {
        assertThat(new Requirements(complete(), ZoneOffset.UTC, StandardCharsets.US_ASCII).unmet())
                .satisfiesExactly(
                        line -> assertThat(line).contains("-Duser.timezone=Europe/Stockholm"),
                        line -> assertThat(line).contains("-Dfile.encoding=UTF-8"));
    }

    @Test
    void theAccessLogsOwnerIsNotWhoTheApplicationWorksAs() {
        assertThat(unmet(complete().withProperty("samsteg.log.username", "samsteg_app")))
                .singleElement()
                .asString()
                .startsWith("SAMSTEG_LOG_USERNAME is wrong");
    }

    @Test
    void aMistypedProfileDoesNotGetRoundTheChecks() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("production");

        assertThat(unmet(environment))
                .anyMatch(line -> line.startsWith("SPRING_PROFILES_ACTIVE is wrong") && line.contains("production"))
                .anyMatch(line -> line.startsWith("SPRING_DATASOURCE_URL is missing"));
    }

    @Test
    void theEmbeddedDefaultNeedsNothing() {
        var environment = new MockEnvironment();
        environment.setDefaultProfiles("demo");

        assertThat(new Requirements(environment, STOCKHOLM, StandardCharsets.UTF_8).unmet())
                .isEmpty();
    }

    @Test
    void theEmbeddedDefaultRunsInTheRightZoneToo() {
        var environment = new MockEnvironment();
        environment.setDefaultProfiles("demo");

        assertThat(new Requirements(environment, ZoneOffset.UTC, StandardCharsets.UTF_8).unmet())
                .singleElement()
                .asString()
                .contains("-Duser.timezone=Europe/Stockholm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "+01:00", "+02:00", "Etc/GMT-1", "Europe/London", "Africa/Lagos", "Europe/Helsinki"})
    void aZoneThatOnlyHasTheOffsetOfADayIsRefused(String zone) {
        assertThat(new Requirements(complete(), ZoneId.of(zone), StandardCharsets.UTF_8).unmet())
                .singleElement()
                .asString()
                .contains(zone, "-Duser.timezone=Europe/Stockholm");
    }

    @Test
    void anAddressThatMailCannotBeSentFromIsRefused() {
        assertThat(unmet(complete().withProperty("samsteg.mail-from", "åter@botkyrka.example")))
                .singleElement()
                .asString()
                .startsWith("SAMSTEG_MAIL_FROM is wrong");
        assertThat(unmet(complete().withProperty("samsteg.mail-from", "samsteg@räksmörgås.example")))
                .isEmpty();
    }

    private static List<String> unmet(MockEnvironment environment) {
        return new Requirements(environment, STOCKHOLM, StandardCharsets.UTF_8).unmet();
    }

    private static MockEnvironment complete() {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://database:5432/samsteg?sslmode=verify-full")
                .withProperty("spring.datasource.username", "samsteg_app")
                .withProperty("spring.datasource.password", "hemligt")
                .withProperty("samsteg.log.username", "samsteg_log")
                .withProperty("samsteg.log.password", "också hemligt")
                .withProperty("samsteg.login.issuer", "https://inloggning.botkyrka.example")
                .withProperty("samsteg.login.client-id", "samsteg")
                .withProperty("samsteg.login.secret", "hemligt som allt annat")
                .withProperty("samsteg.login.levels", "loa3,loa4")
                .withProperty("samsteg.base-url", "https://samsteg.botkyrka.example")
                .withProperty("samsteg.proxy", "192.0.2.10|2001:db8::10")
                .withProperty("samsteg.mail-from", "samsteg@botkyrka.example")
                .withProperty("samsteg.archive", System.getProperty("java.io.tmpdir"))
                .withProperty("spring.mail.host", "mail.botkyrka.example")
                .withProperty("spring.mail.properties.mail.smtp.connectiontimeout", "5000")
                .withProperty("spring.mail.properties.mail.smtp.timeout", "10000")
                .withProperty("spring.mail.properties.mail.smtp.writetimeout", "10000");
        environment.setActiveProfiles("prod");
        return environment;
    }
}
