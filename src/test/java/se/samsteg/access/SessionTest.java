package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** A logged-in user's account and groups are read again within a minute, and no browser or proxy keeps an answer. */
@SamstegTest
class SessionTest {

    private static final String USER = "vikarie1";
    private static final String COCKPIT = "camunda/api/cockpit/plugin/base/default/process-definition/statistics-count";
    private static final String MODELS = "camunda/api/engine/engine/default/process-definition/count";
    private static final String NONE = "{\"count\":0}";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String CREDENTIALS = "camunda/api/engine/engine/default/user/" + USER + "/credentials";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    private Visit visit;

    @BeforeEach
    void aSubstituteForTheLeadIsLoggedIn() throws Exception {
        var user = identity.newUser(USER);
        user.setFirstName("Vera");
        user.setLastName("Vikarie");
        user.setPassword("samsteg");
        identity.saveUser(user);
        identity.createMembership(USER, "programme-lead");
        identity.createTenantUserMembership("botkyrka", USER);
        visit = new Visit(port).logIn(USER);
        assertThat(visit.get(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(Visit.text(visit.get(MODELS))).isNotEqualTo(NONE);
    }

    @AfterEach
    void theSubstituteIsGone() {
        ClockUtil.reset();
        identity.deleteUser(USER);
    }

    @Test
    void aClosedAccountIsLoggedOut() throws Exception {
        identity.deleteUser(USER);

        ClockUtil.offset(MINUTE.toMillis());

        assertThat(visit.get(COCKPIT).statusCode()).isEqualTo(401);
    }

    @Test
    void memberWhoLeavesAGroupLosesItsRights() throws Exception {
        identity.deleteMembership(USER, "programme-lead");

        ClockUtil.offset(MINUTE.toMillis());

        assertThat(Visit.text(visit.get(MODELS))).isEqualTo(NONE);
    }

    @Test
    void afterAWrongPasswordTheRightOneHasToWait() throws Exception {
        Visit other = new Visit(port);
        assertThat(other.tryToLogIn(USER, "fel")).isEqualTo(401);
        assertThat(other.tryToLogIn(USER, "samsteg")).isEqualTo(401);

        ClockUtil.offset(MINUTE.toMillis());

        assertThat(other.tryToLogIn(USER, "samsteg")).isEqualTo(200);
    }

    @Test
    void noNumberOfWrongPasswordsLocksAnAccountForLongerThanTenMinutes() throws Exception {
        Visit other = new Visit(port);
        for (int attempt = 0; attempt < 14; attempt++) {
            ClockUtil.offset(attempt * 2 * TEN_MINUTES.toMillis());
            assertThat(other.tryToLogIn(USER, "fel")).isEqualTo(401);
        }
        ClockUtil.offset(26 * TEN_MINUTES.toMillis() + MINUTE.toMillis());
        assertThat(other.tryToLogIn(USER, "samsteg")).as("has to wait").isEqualTo(401);

        ClockUtil.offset(28 * TEN_MINUTES.toMillis());

        assertThat(other.tryToLogIn(USER, "samsteg")).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsOnlyTheOtherSessionsOfItsUser() throws Exception {
        Visit elsewhere = new Visit(port).logIn(USER);
        Visit lead = new Visit(port).logIn("projektledare1");
        assertThat(elsewhere.get(COCKPIT).statusCode()).isEqualTo(200);
        visit.get("camunda/app/welcome/default/");

        assertThat(visit.send("PUT", CREDENTIALS, password("nyckelknippa")).statusCode())
                .isEqualTo(204);

        assertThat(elsewhere.get(COCKPIT).statusCode()).isEqualTo(401);
        assertThat(visit.get(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(lead.get(COCKPIT).statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordThatAnAdministratorChangesEndsAllSessionsOfItsUser() throws Exception {
        var user = identity.createUserQuery().userId(USER).singleResult();
        user.setPassword("nyckelknippa");
        identity.saveUser(user);

        assertThat(visit.get(COCKPIT).statusCode()).isEqualTo(401);
    }

    @Test
    void anEmptyPasswordIsRefusedForANewUserAndAKnownOne() throws Exception {
        visit.get("camunda/app/welcome/default/");
        for (String blank : new String[] {"", "  "}) {
            var answer = visit.send("PUT", CREDENTIALS, password(blank));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Visit.text(answer)).contains("Lösenord: skriv ett lösenord.");
            var other = identity.newUser("tomt1");
            other.setPassword(blank);
            assertThatThrownBy(() -> identity.saveUser(other)).isInstanceOf(Refused.class);
        }
        assertThat(new Visit(port).tryToLogIn(USER, "samsteg")).isEqualTo(200);
    }

    private static String password(String password) {
        return "{\"password\":\"%s\",\"authenticatedUserPassword\":\"samsteg\"}".formatted(password);
    }

    @Test
    void aUserChangesOnlyTheirOwnPassword() throws Exception {
        String users = "camunda/api/engine/engine/default/user/";
        String change = "{\"password\":\"nyckelknippa\",\"authenticatedUserPassword\":\"samsteg\"}";
        visit.get("camunda/app/welcome/default/");

        assertThat(visit.send("PUT", users + "coach1/credentials", change).statusCode())
                .as("as if there were no such account")
                .isEqualTo(404);
        assertThat(visit.send("PUT", users + USER + "/credentials", change).statusCode())
                .isEqualTo(204);

        assertThat(new Visit(port).tryToLogIn(USER, "nyckelknippa")).isEqualTo(200);
    }

    @Test
    void noBrowserAndNoProxyKeepsWhatIsAnswered() throws Exception {
        for (String path :
                new String[] {COCKPIT, "camunda/api/engine/engine/default/filter", "camunda/api/samsteg/cases"}) {
            assertThat(visit.get(path).headers().allValues("Cache-Control"))
                    .as(path)
                    .containsExactly("no-store");
        }
    }
}
