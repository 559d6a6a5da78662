package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.samsteg.Samsteg;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.TestDatabase;
import se.samsteg.prod.StartCheck;

/** A real installation, a real identity provider, and browsers that are sent between them. */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdLoginTest {

    private static final String ME = "admin/auth/user/default";

    private TestProvider provider;
    private ConfigurableApplicationContext application;
    private String samsteg;
    private IdentityService identity;

    @BeforeAll
    void anInstallationAndAProvider() throws Exception {
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(TestProvider.canRun(), "node and npm are not installed");
        }
        samsteg = "http://localhost:" + freePort();
        provider = new TestProvider(freePort());
        application = new SpringApplicationBuilder(Samsteg.class)
                .initializers(new StartCheck())
                .profiles("prod")
                .run(
                        "--server.port=" + samsteg.replaceFirst(".*:", ""),
                        "--samsteg.base-url=" + samsteg,
                        "--spring.datasource.url=" + TestDatabase.withRoles("login"),
                        "--spring.datasource.username=samsteg_app",
                        "--spring.datasource.password=any",
                        "--samsteg.log.username=samsteg_log",
                        "--samsteg.log.password=any",
                        "--samsteg.mail-from=samsteg@botkyrka.test",
                        "--spring.mail.host=localhost",
                        "--samsteg.login.issuer=" + provider.issuer(),
                        "--samsteg.login.client-id=" + TestProvider.CLIENT,
                        "--samsteg.login.secret=" + TestProvider.SECRET,
                        "--samsteg.login.levels=loa3,loa4",
                        "--camunda.bpm.job-execution.enabled=false");
        TestDatabase.stopAfterSpring();
        identity = application.getBean(IdentityService.class);
        provider.start(samsteg);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void timeAndProviderAreAsTheyShouldBe() throws Exception {
        ClockUtil.reset();
        provider.behaves(Map.of());
    }

    @AfterAll
    void stop() throws Exception {
        if (application != null) {
            application.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    /** Claims of a coach, with what differs: name, value, name, value. */
    private static Map<String, Object> coach(Object... differing) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "given_name", "Maria",
                "family_name", "Ekström",
                "email", "maria@botkyrka.test",
                "groups", List.of("coach"),
                "tenant", "botkyrka",
                "authority", "af",
                "acr", "loa3"));
        for (int i = 0; i < differing.length; i += 2) {
            claims.put((String) differing[i], differing[i + 1]);
        }
        return claims;
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
    }

    private List<String> tenants(String user) {
        return identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    private Visitor visitor() {
        return new Visitor(samsteg);
    }

    @Test
    void aCoachLogsInAndSeesOwnTasksWithGroupsAndTenantFromTheClaims() throws Exception {
        provider.account("maria", coach());
        provider.account("yusuf", coach("given_name", "Yusuf"));
        Visitor maria = visitor();
        Visitor yusuf = visitor();

        HttpResponse<String> tasklist = maria.logsIn("maria");
        yusuf.logsIn("yusuf");

        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(tasklist.uri()).hasPath("/camunda/app/tasklist/default/");
        assertThat(maria.asks("GET", ME, "").body()).contains("\"userId\":\"maria\"", "tasklist");
        assertThat(groups("maria")).containsExactly("coach");
        assertThat(tenants("maria")).containsExactly("botkyrka");
        var user = identity.createUserQuery().userId("maria").singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName() + " " + user.getEmail())
                .isEqualTo("Maria Ekström maria@botkyrka.test");
        String caseNumber = application.getBean(EnrolledCase.class).open("maria", LocalDate.of(2026, 9, 1));
        application
                .getBean(RuntimeService.class)
                .startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        String filter = application
                .getBean(FilterService.class)
                .createTaskFilterQuery()
                .filterName("Alla uppgifter")
                .singleResult()
                .getId();
        String list = "engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15";
        assertThat(maria.asks("POST", list, "{}").body()).contains(caseNumber).contains("\"tenantId\":\"botkyrka\"");
        assertThat(yusuf.asks("POST", list, "{}").body()).doesNotContain(caseNumber);
    }
}
