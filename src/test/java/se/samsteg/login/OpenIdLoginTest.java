package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.Npm;
import se.samsteg.Samsteg;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.TestDatabase;
import se.samsteg.prod.StartCheck;

/** A real installation, a real identity provider, and browsers that are sent between them. */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdLoginTest {

    private static final String ME = "admin/auth/user/default";

    /** Seconds since 1970. */
    private static final int LONG_AGO = 1_700_000_000;

    private TestProvider provider;
    private ConfigurableApplicationContext application;
    private String samsteg;
    /** Another address of this machine than the one that tests ask from. */
    private static final String PROXY = "127.0.0.2";

    private IdentityService identity;
    private HttpResponse<String> beforeTheProvider;

    @BeforeAll
    void anInstallationAndAProvider() throws Exception {
        Npm.assumeInstalled("the login is not tested");
        samsteg = "http://localhost:" + freePort();
        provider = new TestProvider(freePort());
        application = new SpringApplicationBuilder(Samsteg.class)
                .initializers(new StartCheck())
                .profiles("prod")
                .run(
                        "--server.port=" + samsteg.replaceFirst(".*:", ""),
                        "--samsteg.base-url=" + samsteg,
                        "--samsteg.proxy=" + PROXY,
                        "--spring.datasource.url=" + TestDatabase.withRoles("login"),
                        "--spring.datasource.username=samsteg_app",
                        "--spring.datasource.password=any",
                        "--samsteg.log.username=samsteg_log",
                        "--samsteg.log.password=any",
                        "--samsteg.mail-from=samsteg@botkyrka.test",
                        "--spring.mail.host=localhost",
                        "--samsteg.archive=" + System.getProperty("java.io.tmpdir"),
                        "--samsteg.login.issuer=" + provider.issuer(),
                        "--samsteg.login.client-id=" + TestProvider.CLIENT,
                        "--samsteg.login.secret=" + TestProvider.SECRET,
                        "--samsteg.login.levels=loa3,loa4",
                        "--camunda.bpm.job-execution.enabled=false");
        TestDatabase.stopAfterSpring();
        identity = application.getBean(IdentityService.class);
        beforeTheProvider = visitor().opens("/");
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
    private static Map<String, @Nullable Object> coach(@Nullable Object... differing) {
        Map<String, @Nullable Object> claims = new HashMap<>(Map.of(
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

    @Test
    void aUserWhoOpensAPageReturnsToItAfterTheLogin() throws Exception {
        provider.account("petra", coach());
        Visitor petra = visitor();

        HttpResponse<String> page = petra.logsIn("petra", "/arende/SB-2026-0001");

        assertThat(page.statusCode()).as("there is no such case").isEqualTo(404);
        assertThat(petra.visited().get(petra.visited().size() - 1).toString())
                .endsWith("/camunda/api/samsteg/case/SB-2026-0001");
        String asked = petra.visited().stream()
                .map(URI::toString)
                .filter(address -> address.startsWith(provider.issuer() + "/auth?"))
                .findFirst()
                .orElseThrow();
        assertThat(asked)
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("acr_values=loa3%20loa4")
                .contains("redirect_uri=" + samsteg + "/login/oauth2/code/samsteg");
    }

    @Test
    void whatAScriptAsksForWithoutASessionIsRefusedAndNotSentAnywhere() throws Exception {
        for (String path : List.of(
                ME,
                "engine/engine/default/filter",
                "samsteg/cases",
                "cockpit/plugin/samsteg-queue/static/app/plugin.js")) {
            HttpResponse<String> answer = visitor().asks("GET", path, "");

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).as(path).contains("Du är inte inloggad");
            assertThat(answer.headers().firstValue("Samsteg-Next")).as(path).contains("again");
        }
        assertThat(visitor().goesTo("/camunda/api/engine/engine/default/filter").statusCode())
                .as("not even where it says it is a page")
                .isEqualTo(401);
        assertThat(visitor().goesTo("/finns-inte").statusCode()).isEqualTo(302);
    }

    @Test
    void tooLowALevelGivesNoSessionAndNoUser() throws Exception {
        provider.account("lage", coach("acr", "loa2"));
        Visitor lage = visitor();

        HttpResponse<String> page = lage.logsIn("lage");

        isRefused(lage, page, "Inloggningen har för låg tillitsnivå");
        assertThat(identity.createUserQuery().userId("lage").count()).isZero();
    }

    private static void isRefused(Visitor visitor, HttpResponse<String> page, String why) throws Exception {
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Du är inte inloggad", why);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(visitor.asks(ME)).isEqualTo(401);
        assertThat(visitor.goesTo("/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", "nothing"})
    void aTokenThatTheProviderHasNotSignedIsRefused(String signedWith) throws Exception {
        provider.account("falsk", coach());
        provider.behaves(Map.of("signedWith", signedWith));
        Visitor falsk = visitor();

        isRefused(falsk, falsk.logsIn("falsk"), "kunde inte godkännas");
        assertThat(identity.createUserQuery().userId("falsk").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "aud, another-application",
        "iss, https://somebody.else.test",
        "nonce, of-another-login",
        "exp, long ago",
        "sub, ",
        "acr, "
    })
    void aTokenThatIsNotForThisLoginIsRefused(String claim, @Nullable String value) throws Exception {
        provider.account("fel", coach());
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put(claim, value);
        if (claim.equals("exp")) {
            changes.put("iat", LONG_AGO);
            changes.put("exp", LONG_AGO + 300);
        }
        provider.behaves(Map.of("changes", changes));
        Visitor fel = visitor();

        isRefused(fel, fel.logsIn("fel"), claim.equals("acr") ? "tillitsnivå" : "kunde inte godkännas");
        assertThat(identity.createUserQuery().userId("fel").count()).isZero();
    }

    @Test
    void aUserWithoutExactlyOneKnownAssociationIsRefused() throws Exception {
        @Nullable Object[] tenants = {null, "haninge", List.of(), "botkyrka haninge"};
        for (@Nullable Object tenant : tenants) {
            provider.account("hemlos", coach("tenant", tenant));
            Visitor hemlos = visitor();

            isRefused(hemlos, hemlos.logsIn("hemlos"), "ett och endast ett samordningsförbund");
            assertThat(identity.createUserQuery().userId("hemlos").count()).isZero();
        }
        provider.account("hemlos", coach("tenant", List.of("haninge", "botkyrka")));

        assertThat(visitor().logsIn("hemlos").statusCode())
                .as("where only one is known here")
                .isEqualTo(200);
    }

    @Test
    void groupsOfOtherApplicationsAreIgnoredAndGiveNoAccess() throws Exception {
        provider.account("bred", coach("groups", List.of("payroll", "coach", "COACH", "group-coach", "", "*")));
        provider.account("utan", coach("groups", List.of("payroll")));
        provider.account("ensam", coach("groups", "coach"));
        Visitor utan = visitor();

        visitor().logsIn("bred");
        visitor().logsIn("ensam");

        assertThat(groups("bred")).containsExactly("coach", "group-coach");
        assertThat(groups("ensam")).containsExactly("coach");
        isRefused(utan, utan.logsIn("utan"), "ingen roll i Samsteg");
        assertThat(identity.createUserQuery().userId("utan").count()).isZero();
    }

    @Test
    void anAddressThatWouldWriteAHeaderOfALetterIsRefused() throws Exception {
        provider.account("radbruten", coach("email", "maria@botkyrka.test\r\nBcc: nosy@evil.test"));
        Visitor radbruten = visitor();

        isRefused(radbruten, radbruten.logsIn("radbruten"), "kunde inte godkännas");
        assertThat(identity.createUserQuery().userId("radbruten").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"caseworker-af, fk", "caseworker-af, ", "caseworker-af, AF", "caseworker-fk;caseworker-af, af"})
    void aCaseworkerOfAnotherAuthorityIsRefused(String groups, @Nullable String authority) throws Exception {
        provider.account("handlaggare", coach("groups", List.of(groups.split(";")), "authority", authority));
        Visitor handlaggare = visitor();

        isRefused(handlaggare, handlaggare.logsIn("handlaggare"), "en annan myndighet");
        assertThat(groups("handlaggare")).isEmpty();
    }

    @Test
    void aCaseworkerOfTheOwnAuthorityIsLetInAndTheAuthorityKnown() throws Exception {
        provider.account("fredrik", coach("groups", List.of("caseworker-fk"), "authority", "fk"));

        assertThat(visitor().logsIn("fredrik").statusCode()).isEqualTo(200);
        assertThat(authority("fredrik")).isEqualTo("fk");

        provider.account("fredrik", coach("groups", List.of("caseworker-soc"), "authority", "soc"));
        visitor().logsIn("fredrik");

        assertThat(authority("fredrik")).isEqualTo("soc");
        assertThat(groups("fredrik")).containsExactly("caseworker-soc");
    }

    private String authority(String user) {
        return application
                .getBean(JdbcClient.class)
                .sql("select authority from staff where user_id = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"samsteg", "-bindestreck", "två ord", "*"})
    void anInvalidUserIdIsRefused(String id) throws Exception {
        provider.account("konstig", coach());
        provider.behaves(Map.of("changes", Map.of("sub", id)));
        Visitor konstig = visitor();

        isRefused(konstig, konstig.logsIn("konstig"), "användarnamn");
    }

    @Test
    void passwordsAccountsAndGroupsAreTheProvidersAlone() throws Exception {
        provider.account("astrid", coach("groups", List.of("camunda-admin")));
        var local = identity.newUser("lokal");
        local.setPassword("ett lokalt lösenord");
        identity.saveUser(local);
        identity.createMembership("lokal", "coach");
        Visitor astrid = visitor();
        astrid.logsIn("astrid", "/camunda/app/admin/default/");
        String engine = "engine/engine/default/";

        for (String app : List.of("welcome", "tasklist", "admin")) {
            String login = "admin/auth/user/default/login/" + app + "?username=lokal&password=ett+lokalt+lösenord";
            assertThat(visitor().asks("POST", login.replace("ö", "%C3%B6"), "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(asks(astrid, "POST", engine + "user/create")).isEqualTo(403);
        assertThat(asks(astrid, "PUT", engine + "group/coach/members/astrid")).isEqualTo(403);
        assertThat(asks(astrid, "PUT", engine + "tenant/botkyrka/user-members/astrid"))
                .isEqualTo(403);
        assertThat(asks(astrid, "PUT", engine + "user/astrid/profile")).isEqualTo(403);
        assertThat(asks(astrid, "PUT", engine + "user/astrid/credentials")).isEqualTo(403);
        assertThat(asks(astrid, "GET", engine + "user/lokal/profile")).isEqualTo(200);
        assertThat(asks(astrid, "DELETE", engine + "group/coach/members/lokal"))
                .as("a member who has left can be taken out")
                .isEqualTo(204);
        assertThat(identity.createUserQuery().userId("astrid").singleResult().getPassword())
                .isNull();
    }

    private static int asks(Visitor visitor, String method, String path) throws Exception {
        return visitor.asks(method, path, "{}").statusCode();
    }

    @Test
    void theSetupOfAFirstAdministratorIsNotOffered() throws Exception {
        provider.account("forst", coach());
        identity.createUserQuery()
                .memberOfGroup("camunda-admin")
                .list()
                .forEach(administrator -> identity.deleteUser(administrator.getId()));
        Visitor forst = visitor();

        assertThat(forst.logsIn("forst").uri()).hasPath("/camunda/app/tasklist/default/");
        assertThat(forst.visited()).noneMatch(page -> page.getPath().contains("setup"));
    }

    @Test
    void aGroupThatIsTakenAwayOrGivenTakesEffectWithinAMinute() throws Exception {
        provider.account("vera", coach("groups", List.of("coach", "programme-lead")));
        Visitor vera = visitor();
        vera.logsIn("vera");
        String cockpit = "cockpit/plugin/base/default/process-definition/statistics-count";
        assertThat(vera.asks(cockpit)).isEqualTo(200);

        provider.account("vera", coach("family_name", "Vikarie", "groups", List.of("coach", "group-coach")));
        ClockUtil.offset(45_000L);
        vera.asks(ME);
        assertThat(groups("vera")).as("asked once a minute").containsExactly("coach", "programme-lead");
        ClockUtil.offset(61_000L);

        assertThat(vera.asks("GET", ME, "").body()).contains("tasklist").doesNotContain("cockpit");
        assertThat(vera.asks(cockpit)).isEqualTo(403);
        assertThat(groups("vera")).containsExactly("coach", "group-coach");
        assertThat(identity.createUserQuery().userId("vera").singleResult().getLastName())
                .isEqualTo("Vikarie");
    }

    @Test
    void userWithoutGroupsIsLoggedOutWithinAMinute() throws Exception {
        provider.account("sven", coach());
        Visitor sven = visitor();
        sven.logsIn("sven");

        provider.account("sven", coach("groups", List.of()));
        ClockUtil.offset(61_000L);

        assertThat(sven.asks("engine/engine/default/filter")).isEqualTo(401);
        assertThat(groups("sven")).isEmpty();
        assertThat(tenants("sven")).isEmpty();
        ClockUtil.reset();
        assertThat(sven.asks("engine/engine/default/filter")).isEqualTo(401);
        isRefused(sven, sven.opens("/camunda/app/tasklist/default/"), "ingen roll i Samsteg");
    }

    @Test
    void aClosedAccountIsLoggedOutWithinAMinute() throws Exception {
        provider.account("slutat", coach());
        Visitor slutat = visitor();
        slutat.logsIn("slutat");

        provider.close("slutat");
        ClockUtil.offset(61_000L);

        assertThat(slutat.asks("engine/engine/default/filter")).isEqualTo(401);
        assertThat(slutat.opens("/camunda/app/tasklist/default/").uri().getPath())
                .startsWith("/choose/");
    }

    @ParameterizedTest
    @MethodSource("renewalsThatAreRefused")
    void aRenewalThatIsNotInOrderEndsTheSession(Map<String, Object> behaviour) throws Exception {
        provider.account("ronja", coach());
        Visitor ronja = visitor();
        ronja.logsIn("ronja");

        provider.behaves(behaviour);
        ClockUtil.offset(61_000L);

        assertThat(ronja.asks(ME)).isEqualTo(401);
        ClockUtil.reset();
        provider.behaves(Map.of());
        assertThat(ronja.asks(ME)).isEqualTo(401);
    }

    static List<Map<String, Object>> renewalsThatAreRefused() {
        return List.of(
                Map.of("signedWith", "another key"),
                Map.of("signedWith", "nothing"),
                Map.of("withoutIdToken", true),
                Map.of("changes", Map.of("acr", "loa2")),
                Map.of("changes", Map.of("sub", "somebody.else")),
                Map.of("changes", Map.of("aud", "another-application")),
                Map.of("changes", Map.of("tenant", "haninge")),
                Map.of("changes", Map.of("iat", LONG_AGO, "exp", LONG_AGO + 300)));
    }

    @Test
    void aProviderThatGivesNothingToRenewWithIsNoGood() throws Exception {
        provider.account("evig", coach());
        provider.behaves(Map.of("withoutRefreshToken", true));
        Visitor evig = visitor();

        isRefused(evig, evig.logsIn("evig"), "kunde inte godkännas");
    }

    @Test
    void manyRequestsAtOnceRenewOnce() throws Exception {
        provider.account("flitig", coach());
        Visitor flitig = visitor();
        flitig.logsIn("flitig");
        ClockUtil.offset(61_000L);
        List<Callable<Integer>> requests = Collections.nCopies(12, () -> flitig.asks(ME));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (Future<Integer> status : threads.invokeAll(requests)) {
                // A refresh token that is used twice is taken for stolen, and good no more.
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
        ClockUtil.offset(122_000L);

        assertThat(flitig.asks(ME)).isEqualTo(200);
    }

    @Test
    void aSessionOutlivesAProviderThatIsAwayByFiveMinutesAndNoMore() throws Exception {
        provider.account("talig", coach());
        Visitor talig = visitor();
        talig.logsIn("talig");
        provider.behaves(Map.of("away", true));

        ClockUtil.offset(Duration.ofMinutes(4).toMillis());
        assertThat(talig.asks(ME)).isEqualTo(200);
        provider.behaves(Map.of());
        ClockUtil.offset(Duration.ofMinutes(4).plusSeconds(20).toMillis());
        assertThat(talig.asks(ME)).as("the provider is back").isEqualTo(200);
        provider.behaves(Map.of("away", true));
        ClockUtil.offset(Duration.ofMinutes(9).toMillis());
        assertThat(talig.asks(ME)).isEqualTo(200);
        ClockUtil.offset(Duration.ofMinutes(9).plusSeconds(30).toMillis());
        assertThat(talig.asks(ME)).isEqualTo(401);

        assertThat(groups("talig")).as("not changed meanwhile").containsExactly("coach");
    }

    @Test
    void anAccountIsBroughtInLineWhollyOrNotAtAll() {
        Accounts accounts = application.getBean(Accounts.class);

        assertThatThrownBy(() ->
                        accounts.bring(new Member("halv", "Hal", "Vana", null, Set.of("coach"), "finns-inte", null)))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(identity.createUserQuery().userId("halv").count()).isZero();
        assertThat(groups("halv")).isEmpty();
    }

    @Test
    void concurrentFirstLoginsOfOneUserAllSucceed() throws Exception {
        provider.account("dubbel", coach());
        List<Callable<Integer>> logins =
                Collections.nCopies(4, () -> visitor().logsIn("dubbel").statusCode());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> status : threads.invokeAll(logins)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void samstegStartsWithoutTheProviderAndSaysThatItDoesNotAnswer() {
        assertThat(beforeTheProvider.statusCode()).isEqualTo(503);
        assertThat(beforeTheProvider.body()).contains("Inloggningstjänsten svarar inte");
    }

    @Test
    void aProviderThatGoesAwayDuringALoginAdmitsNoUser() throws Exception {
        provider.account("halvvags", coach());
        Visitor halvvags = visitor();
        String back = halvvags.wayBack("halvvags", halvvags.opens("/"));
        provider.behaves(Map.of("away", true));

        HttpResponse<String> page = halvvags.goesTo(back);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Inloggningstjänsten svarar inte");
        assertThat(halvvags.asks(ME)).isEqualTo(401);
    }

    @Test
    void logoutEndsTheSessionHereAndAtTheProvider() throws Exception {
        provider.account("lars", coach());
        Visitor lars = visitor();
        lars.logsIn("lars");
        String session = lars.cookie("JSESSIONID");

        HttpResponse<String> logout = lars.asks("POST", ME + "/logout", "{}");

        assertThat(logout.statusCode()).isEqualTo(200);
        Visitor thief = visitor();
        thief.has("JSESSIONID", session);
        assertThat(thief.asks(ME)).isEqualTo(401);
        String next = logout.headers().firstValue("Samsteg-Next").orElseThrow();
        assertThat(next)
                .as("no token stands in an address")
                .isEqualTo(provider.issuer() + "/session/end?client_id=samsteg&post_logout_redirect_uri="
                        + URLEncoder.encode(samsteg + "/utloggad", StandardCharsets.UTF_8));
        HttpResponse<String> page = lars.confirms(lars.opens(next));
        assertThat(page.uri()).hasPath("/utloggad");
        assertThat(page.body()).contains("Du är utloggad");
        assertThat(lars.opens("/camunda/app/tasklist/default/").uri().getPath())
                .as("the provider asks who it is")
                .startsWith("/choose/");
    }

    @Test
    void aContainersHealthCheckAsksTheDatabaseAndLearnsNothingElse() throws Exception {
        assertThat(sends("127.0.0.1", "GET /actuator/health HTTP/1.0"))
                .startsWith("HTTP/1.1 200")
                .endsWith("{\"status\":\"UP\"}");
        var health = (CompositeHealth) application.getBean(HealthEndpoint.class).health();
        assertThat(health.getComponents()).containsOnlyKeys("db", "processEngine");
        assertThat(sends("127.0.0.1", "GET /actuator/env HTTP/1.1", "Host: localhost"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void requestsToAnotherHostAreNotAnswered() throws Exception {
        assertThat(sends("127.0.0.1", "GET / HTTP/1.1", "Host: angripare.test")).startsWith("HTTP/1.1 421");
        assertThat(sends("127.0.0.1", "GET / HTTP/1.1", "Host: LOCALHOST")).startsWith("HTTP/1.1 401");
    }

    @Test
    void forwardedHeadersAreBelievedFromTheProxyOnly() throws Exception {
        String[] forged = {"GET / HTTP/1.1", "Host: localhost", "X-Forwarded-Host: angripare.test"};

        assertThat(sends(PROXY, forged)).startsWith("HTTP/1.1 421");
        assertThat(sends("127.0.0.1", forged)).startsWith("HTTP/1.1 401");
    }

    /** @param from address of this machine from which the request comes */
    private String sends(String from, String... lines) throws Exception {
        int port = URI.create(samsteg).getPort();
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aUserWhoWasRefusedIsAskedWhichAccountToUse() throws Exception {
        provider.account("delad", coach("groups", List.of()));
        Visitor delad = visitor();
        HttpResponse<String> refused = delad.logsIn("delad");
        assertThat(refused.body()).contains("href=\"/oauth2/authorization/samsteg?prompt=login\"");

        HttpResponse<String> page = delad.opens("/oauth2/authorization/samsteg?prompt=login");

        assertThat(page.uri().getPath()).startsWith("/choose/");
    }

    @Test
    void aCallbackOfAnotherLoginOrWithAlteredStateIsRefused() throws Exception {
        provider.account("angripare", coach());
        Visitor angripare = visitor();
        String back = angripare.wayBack("angripare", angripare.opens("/"));
        Visitor offer = visitor();
        offer.opens("/");

        isRefused(offer, offer.goesTo(back), "kunde inte godkännas");
        isRefused(
                angripare, angripare.goesTo(back.replaceFirst("state=[^&]{4}", "state=AAAA")), "kunde inte godkännas");
        isRefused(angripare, angripare.goesTo(back), "kunde inte godkännas");
    }

    @Test
    void theSessionFromBeforeTheLoginIsNotTheOneAfterIt() throws Exception {
        provider.account("fast", coach());
        Visitor fast = visitor();
        HttpResponse<String> page = fast.opens("/");
        String before = fast.cookie("JSESSIONID");
        String token = fast.cookie("XSRF-TOKEN");
        fast.chooses("fast", page);

        assertThat(fast.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(fast.cookie("XSRF-TOKEN")).isNotEmpty().isNotEqualTo(token);
        Visitor thief = visitor();
        thief.has("JSESSIONID", before);
        assertThat(thief.asks(ME)).isEqualTo(401);
    }

    @Test
    void whatCamundaGuardsItselfIsAsItWas() throws Exception {
        provider.account("huvud", coach());
        Visitor huvud = visitor();
        HttpResponse<String> page = huvud.logsIn("huvud");

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("'nonce-", "form-action 'self'");
        for (String name : List.of("X-Content-Type-Options", "X-XSS-Protection", "Strict-Transport-Security")) {
            assertThat(page.headers().allValues(name)).as(name).hasSize(1);
        }
        assertThat(page.headers().allValues("X-Frame-Options")).isEmpty();
        assertThat(huvud.asks("GET", "engine/engine/default/filter", "")
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(huvud.isMadeToSend(ME + "/logout").statusCode())
                .as("a forged request")
                .isEqualTo(403);
        assertThat(visitor().goesTo("/").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }
}
