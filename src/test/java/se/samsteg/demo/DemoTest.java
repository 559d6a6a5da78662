package se.samsteg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsteg.Samsteg;
import se.samsteg.desk.Browser;
import se.samsteg.desk.Visit;

/** The application as a newcomer starts it: with no profile and nothing set but where its data go. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = Samsteg.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@Tag("own-jvm")
class DemoTest {

    @TempDir
    static Path data;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSender mail;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    ServerProperties server;

    @LocalServerPort
    int port;

    @Autowired
    DemoStaff staff;

    @Autowired
    DemoCases cases;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        properties.add("samsteg.data", data::toString);
    }

    @Test
    void everyMemberOfStaffCanLogInAndHasAGroupATenantAndAPost() {
        assertThat(DemoStaff.MEMBERS).allSatisfy(member -> {
            assertThat(identity.checkPassword(member.id(), DemoStaff.PASSWORD)).isTrue();
            assertThat(identity.createGroupQuery()
                            .groupMember(member.id())
                            .singleResult()
                            .getId())
                    .isEqualTo(member.group());
            assertThat(identity.createTenantQuery()
                            .userMember(member.id())
                            .singleResult()
                            .getId())
                    .isEqualTo(member.tenant());
        });
        assertThat(posts()).isEqualTo(DemoStaff.MEMBERS.size());
    }

    @Test
    void aSecondStartKeepsTheChangedNameOfAUser() {
        var coach = identity.createUserQuery().userId("coach2").singleResult();
        coach.setLastName("Öztürk Berg");
        identity.saveUser(coach);

        staff.run(new DefaultApplicationArguments());

        assertThat(identity.createUserQuery().userId("coach2").singleResult().getLastName())
                .isEqualTo("Öztürk Berg");
        assertThat(posts()).isEqualTo(DemoStaff.MEMBERS.size());
    }

    @Test
    void aMailCanBeReadInTheBrowserByWhoIsLoggedIn() throws Exception {
        var letter = new SimpleMailMessage();
        letter.setFrom("samsteg@localhost");
        letter.setTo("coach1@botkyrka.example");
        letter.setSubject("Uppföljning på väg");
        letter.setText("Ärende SB-2026-0042");
        mail.send(letter);

        Visit reader = new Visit(port).logIn("coach1");
        String list = Visit.text(reader.get("mail"));
        assertThat(list).contains("Skickad e-post", "coach1@botkyrka.example", "Uppföljning på väg");
        String address = list.replaceFirst("(?s).*<a href=\"/(mail/[^\"]+)\">Uppföljning på väg.*", "$1");
        assertThat(Visit.text(reader.get(address))).contains("Ärende SB-2026-0042");

        for (String page : List.of("mail", address)) {
            var turnedAway = new Visit(port).get(page);
            assertThat(turnedAway.uri().getPath()).isEqualTo("/camunda/app/welcome/default/");
            assertThat(Visit.text(turnedAway)).doesNotContain("Uppföljning på väg", "SB-2026-0042");
        }
    }

    @Test
    void onlyThisMachineIsLetIn() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
        }
        assertThat(server.getAddress()).isEqualTo(InetAddress.getByName("127.0.0.1"));
        assertThat(jdbc.sql("show listen_addresses").query(String.class).single())
                .isEqualTo("localhost");
    }

    @Test
    void htmlInAMailIsReadAsText() throws Exception {
        Browser.mustBeThere();
        String html = "<b class=spoilt>fet</b><img class=spoilt src=x onerror=\"window.spoilt=1\">";
        var letter = new SimpleMailMessage();
        letter.setFrom("samsteg@localhost");
        letter.setTo("coach1@botkyrka.example");
        letter.setSubject("Möte i " + html);
        letter.setText("Plats: " + html + " https://localhost/\"onclick=window.spoilt=1");
        mail.send(letter);
        String address = Visit.text(new Visit(port).logIn("coach1").get("mail"))
                .replaceFirst("(?s).*<a href=\"(/mail/[^\"]+)\">Möte i.*", "$1");

        try (Browser reader = Browser.open()) {
            reader.logIn(browser.getRootUri() + "/camunda/app/tasklist/default/", "coach1");
            for (String page : List.of("/mail", address)) {
                reader.opens(browser.getRootUri() + page);
                reader.reads((page.equals("/mail") ? "Möte i " : "Plats: ") + "<b class=spoilt>fet</b>");
                reader.takesPicture("html-mejl");
                assertThat(reader.finds(".spoilt")).isZero();
                assertThat(reader.finds("[onclick]")).isZero();
                assertThat(reader.evaluates("window.spoilt")).isNull();
            }
        }
    }

    @Test
    void theStartEndsWithWhereToLogInAndAsWhom(CapturedOutput output) {
        assertThat(output)
                .contains("Samsteg är igång", "Lösenord:  samsteg", "handlaggare.af, ", "admin", "/mail")
                .contains("http://localhost:" + browser.getRootUri().replaceFirst(".*:", "") + "/");
    }

    @Test
    void thereAreCasesToLookAtFromTheFirstLogInAndNoMoreAfterTheNextStart(CapturedOutput output) {
        assertThat(output)
                .contains(Script.stories().size() + " cases and groups are there to look at")
                .doesNotContain("DEMO CASE");
        int before = caseFiles();

        cases.playOnce();

        assertThat(caseFiles()).isEqualTo(before).isPositive();
    }

    private int caseFiles() {
        return jdbc.sql("select count(*) from case_file").query(Integer.class).single();
    }

    private int posts() {
        return jdbc.sql("select count(*) from staff").query(Integer.class).single();
    }
}
