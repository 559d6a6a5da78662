package se.samsteg.prod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** No container engine is needed to see that the installation says what it must. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeFileTest {

    private JsonNode compose;
    private String dockerfile;

    @BeforeAll
    void read() throws IOException {
        compose = new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
        dockerfile = Files.readString(Path.of("Dockerfile"));
    }

    @Test
    void everyImageIsPinnedAndTheDatabaseIsPostgreSql17() {
        var images = new ArrayList<>(compose.at("/services").findValuesAsText("image"));
        dockerfile.lines().filter(line -> line.startsWith("FROM ")).forEach(line -> images.add(line.split(" ")[1]));

        assertThat(images).hasSize(5).allMatch(image -> image.matches("[^:]+:v?\\d+\\.\\d+[\\w.-]*"));
        assertThat(compose.at("/services/database/image").asText()).startsWith("postgres:17.");
    }

    @Test
    void onlyTheProxyIsPublishedBesideTheCaughtMailAndBothOnThisMachineOnly() {
        var published = new HashMap<String, String>();
        compose.at("/services").fields().forEachRemaining(service -> service.getValue()
                .path("ports")
                .forEach(port -> published.put(service.getKey(), port.asText())));

        assertThat(published).containsOnlyKeys("proxy", "mail").allSatisfy((service, port) -> assertThat(unset(port))
                .startsWith("127.0.0.1:"));
    }

    @Test
    void everyContainerIsReadOnlyAndLimitedAndGainsNoPrivileges() {
        JsonNode confined = compose.path("x-confined");
        assertThat(confined.path("read_only").asBoolean()).isTrue();
        assertThat(confined.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(confined.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
        assertThat(confined.path("pids_limit").asInt()).isPositive();
        for (JsonNode service : compose.at("/services")) {
            assertThat(service.path("<<").asText()).isEqualTo("confined");
            assertThat(service.path("mem_limit").asText()).isNotEmpty();
            // In the one container that has any, to listen on a port below 1024.
            assertThat(service.path("cap_add").toString()).isIn("", "[\"NET_BIND_SERVICE\"]");
        }
    }

    @Test
    void forwardedHeadersAreBelievedFromTheProxysAddress() {
        assertThat(compose.at("/services/samsteg/environment/SAMSTEG_PROXY").asText())
                .isEqualTo(compose.at("/services/proxy/networks/front/ipv4_address")
                        .asText());
        assertThat(compose.at("/configs/proxy/content").asText())
                .contains("reverse_proxy samsteg:8080", "respond /actuator/* 404");
    }

    @Test
    void theDatabaseProvesItsNameToTheApplication() {
        assertThat(compose.at("/services/samsteg/environment/SPRING_DATASOURCE_URL")
                        .asText())
                .contains("sslmode=verify-full", "sslrootcert=/run/secrets/database-certificate");
        assertThat(compose.at("/services/database/command").toString()).contains("ssl=on");
        assertThat(compose.at("/networks/back/internal").asBoolean()).isTrue();
    }

    @Test
    void theHealthCheckAsksWhatKnowsTheDatabase() {
        assertThat(dockerfile).contains("GET /actuator/health HTTP/1.0");
    }

    /** {@code ${NAME:-default}} as it is when NAME is not set. */
    private static String unset(String text) {
        return text.replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
    }

    @Test
    void everyPasswordIsASecretFileAndNoneHasADefault() {
        assertThat(compose.at("/secrets"))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(secret.at("/file").asText()).startsWith("secrets/"));
        for (JsonNode service : compose.at("/services")) {
            service.at("/environment").fields().forEachRemaining(variable -> {
                if (variable.getKey().contains("PASSWORD")) {
                    assertThat(variable.getKey()).endsWith("_FILE");
                    assertThat(variable.getValue().asText()).startsWith("/run/secrets/");
                }
            });
        }
    }

    @Test
    void theDatabaseKeepsItsDataAndIsHealthyBeforeTheApplicationStarts() {
        assertThat(compose.at("/services/database/volumes/0").asText()).isEqualTo("database:/var/lib/postgresql/data");
        assertThat(compose.at("/services/database/healthcheck/test").toString()).contains("pg_isready");
        assertThat(compose.at("/services/samsteg/depends_on/database/condition").asText())
                .isEqualTo("service_healthy");
    }

    @Test
    void theDatabaseHasARoleForTheApplicationAndOneForTheLog() throws IOException {
        String roles = Files.readString(Path.of("src/main/resources/db/roles.sql"));
        String application = compose.at("/services/samsteg/environment/SPRING_DATASOURCE_USERNAME")
                .asText();
        String owner =
                compose.at("/services/samsteg/environment/SAMSTEG_LOG_USERNAME").asText();

        assertThat(compose.at("/services/database/environment/POSTGRES_USER").asText())
                .as("the superuser")
                .isNotIn(application, owner);
        assertThat(compose.at("/services/database/volumes").toString())
                .contains("db/roles.sql:/docker-entrypoint-initdb.d/");
        for (String role : List.of(application, owner)) {
            assertThat(roles).contains("create role " + role + " login");
            assertThat(compose.at("/configs/passwords/content").asText()).contains("alter role " + role + " password");
        }
    }

    @Test
    void whatTheContainersAreGivenIsAllThatAStartNeeds(@TempDir Path secrets) throws IOException {
        var environment = new StandardEnvironment();
        var given = new HashMap<String, Object>();
        compose.at("/services/samsteg/environment")
                .fields()
                .forEachRemaining(variable ->
                        given.put(variable.getKey(), unset(variable.getValue().asText())));
        // Made in the image.
        assertThat(dockerfile).contains("-o samsteg -g samsteg -m 700 " + given.get("SAMSTEG_ARCHIVE"));
        given.put("SAMSTEG_ARCHIVE", secrets.toString());
        given.put("SAMSTEG_LOGIN_ISSUER", "https://inloggning.botkyrka.test");
        given.put("SAMSTEG_LOGIN_LEVELS", "loa3");
        given.put("SAMSTEG_SECRETS", secrets.toString());
        for (JsonNode secret : compose.at("/services/samsteg/secrets")) {
            if (secret.has("target") && !secret.get("source").asText().equals("mail-password")) {
                Files.writeString(secrets.resolve(secret.get("target").asText()), "anything\n");
            }
        }
        environment
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", given));

        try (var started = new SpringApplicationBuilder(Nothing.class)
                .environment(environment)
                .profiles("prod")
                .web(WebApplicationType.NONE)
                .run()) {
            assertThat(new Requirements(started.getEnvironment(), ZoneId.of("Europe/Stockholm"), StandardCharsets.UTF_8)
                            .unmet())
                    .isEmpty();
            assertThat(started.getEnvironment().getProperty("spring.datasource.password"))
                    .isEqualTo("anything");
        }
    }

    @Configuration
    static class Nothing {}

    @Test
    void theImageRunsWhereTheStaffAreAndNotAsRoot() {
        assertThat(dockerfile)
                .contains("\"-Duser.timezone=Europe/Stockholm\"", "\"-Dfile.encoding=UTF-8\"")
                .contains("\nUSER samsteg\n")
                .contains("\nHEALTHCHECK ")
                .contains("SPRING_PROFILES_ACTIVE=prod");
    }

    @Test
    void whatTheBuildNeedsIsLetIntoTheImage() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of(".dockerignore"));
        var copied = dockerfile
                .lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(copied).contains("pom.xml", "processes", "forms").allSatisfy(path -> {
            assertThat(Path.of(path)).exists();
            assertThat(ignored).anyMatch(line -> line.startsWith("!" + path));
        });
        assertThat(StreamSupport.stream(compose.at("/services").spliterator(), false))
                .hasSize(4);
    }
}
