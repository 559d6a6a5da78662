package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import se.samsteg.engine.TestDatabase;

/** A third programme is put in as files of a folder, and a case goes through it; nothing of it is known to Java. */
@Tag("own-jvm")
class ThirdProgrammeTest {

    private static final Path FOLDER = Path.of("src/test/resources/folder");
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String PROGRAMME = "steget";
    private static final String ASSOCIATION = "lund";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void theMailServerRuns() {
        mail.start();
    }

    @AfterEach
    void theMailServerStops() {
        mail.stop();
        ClockUtil.reset();
    }

    private ConfigurableApplicationContext started(String database, Path folder) {
        return StartedApplication.on(TestDatabase.withRoles(database), mail, context -> TestPropertyValues.of(
                        "samsteg.programmes=" + folder.toAbsolutePath())
                .applyTo(context));
    }

    private static void joins(ConfigurableApplicationContext application, String user, String group) {
        IdentityService identity = application.getBean(IdentityService.class);
        var account = identity.newUser(user);
        account.setFirstName("Robin");
        account.setLastName(user);
        account.setEmail(user + "@lund.example");
        identity.saveUser(account);
        identity.createMembership(user, group);
        identity.createTenantUserMembership(ASSOCIATION, user);
    }

    private static Map<String, Object> referral(String identityNumber, LocalDate today) {
        return Answers.of(
                "hasIdentityNumber", "yes",
                "identityNumber", identityNumber,
                "firstName", "Anna",
                "lastName", "Ek",
                "municipality", "1281",
                "contact", "070-000 00 00",
                "wantsToTakePart", true,
                "dayRhythm", "morning",
                "reason", "Vill komma i gång",
                "consentAuthorities", List.of("soc", "af"),
                "consentInformation", List.of("referral", "plan"),
                "consentUntil", today.plusYears(2),
                "consentManner", "oral");
    }

    @Test
    void aCaseGoesThroughAProgrammeOfFilesAlone() throws IOException {
        try (var application = started("third", FOLDER)) {
            World world = application.getBean(World.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            world.begin(MONDAY);
            joins(application, "lund.soc", "caseworker-soc");
            joins(application, "lund.coach", "coach");
            joins(application, "lund.lead", "programme-lead");

            Case young = Case.referred(world, jdbc, PROGRAMME, "lund.soc", referral("20040101-2398", MONDAY));
            assertThat(young.caseNumber).startsWith("ST-");
            String form = jdbc.sql("""
                            select convert_from(bytes_, 'UTF8') from act_ge_bytearray
                            where name_ = 'forms/steget.referral-referral.form'""").query(String.class).single();
            assertThat(form).contains("Steget är frivilligt").doesNotContain("{rules}");
            assertThat(world.shown("lund.lead", "userTask_appoint", young.caseNumber, "referralText"))
                    .asString()
                    .contains("När på dygnet orkar personen mest? Förmiddag");
            young.does("lund.lead", "userTask_appoint", AmaAnswers.appointed("lund.coach"))
                    .does("lund.coach", "userTask_bookTalk", AmaAnswers.booked(MONDAY))
                    .does("lund.coach", "userTask_holdTalk", AmaAnswers.takenIn(MONDAY))
                    .does("lund.coach", "userTask_mapSituation", Answers.mapping())
                    .does("lund.coach", "userTask_measureBaseline", Answers.baseline())
                    .does("lund.coach", "userTask_writeActionPlan", Answers.plan(MONDAY, "workplace"));
            assertThat(world.mailTo("lund.soc")).anySatisfy(letter -> assertThat(letter)
                    .contains("första mötet på Steget", "Samordningsförbundet Lund"));
            young.does("lund.coach", "userTask_matchWorkplace", Answers.match())
                    .does("lund.coach", "userTask_introduce", Answers.introduction(MONDAY))
                    .does("lund.coach", "userTask_followUpPlacement", Answers.jobOffered())
                    .does("lund.coach", "userTask_decideNextStep", Answers.nextStep("exit", MONDAY))
                    .does("lund.coach", "userTask_measure", Answers.exitMeasurement())
                    .does(
                            "lund.coach",
                            "userTask_recordOutcome",
                            Answers.with(
                                    Answers.outcome("job", "job", MONDAY),
                                    "continuation",
                                    null,
                                    "continuationNote",
                                    null,
                                    "lasting",
                                    "yes",
                                    "secondaryOutcomes",
                                    List.of("sleeps-better")))
                    .does("lund.coach", "userTask_writeReferralBack", Answers.shortReferralBack())
                    .does("lund.lead", "userTask_approveReferralBack", Answers.approve())
                    .does(
                            "lund.soc",
                            "userTask_receiveReferralBack",
                            Answers.with(Answers.receipt(), "programmeUnit", null))
                    .does("lund.soc", "userTask_answerRecommendations", Answers.answersToRecommendations());
            assertThat(world.endsOf(PROGRAMME)).contains("endEvent_completed");
            byte[] document = jdbc.sql("select content from document where kind = 'referral-back'")
                    .query(byte[].class)
                    .single();
            try (var read = Loader.loadPDF(document)) {
                assertThat(new PDFTextStripper().getText(read)).contains("Återremiss till socialtjänsten");
            }

            RepositoryService repository = application.getBean(RepositoryService.class);
            assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                    .extracting(ProcessDefinition::getKey)
                    .contains("samboradet", "ama", PROGRAMME);
        }
    }

    @Test
    void anAssociationOfTwoProgrammesSaysWhichOfThemAGroupAndASittingAreOf(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(FOLDER, folder);
        Path settings = folder.resolve("programmes/steget.yml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("tenant: lund", "tenant: botkyrka")
                        .replace("conference: null", """
                                conference:
                                  firstSitting: 2026-01-21
                                  interval: P2W
                                  time: "13:00"
                                  place: Biblioteket
                                  agendaWorkingDaysBefore: 3""")
                        .replace("type: morgongrupp", "type: halsogrupp"));
        try (var application = started("two_in_one", folder)) {
            World world = application.getBean(World.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            world.begin(MONDAY);

            Map<String, Object> group =
                    Answers.of("type", "halsogrupp", "firstDay", MONDAY.plusDays(1), "planned", 6, "maximum", 8);
            assertThatThrownBy(() -> world.starts("gruppcoach1", "group", group))
                    .hasMessageContaining("Program");
            assertThatThrownBy(() -> world.starts("gruppcoach1", "group", Answers.with(group, "ofProgramme", "ama")))
                    .hasMessageContaining("Program");
            world.starts("gruppcoach1", "group", Answers.with(group, "ofProgramme", PROGRAMME));
            assertThat(jdbc.sql("select programme from programme_group")
                            .query(String.class)
                            .list())
                    .containsExactly(PROGRAMME);

            Map<String, Object> sitting = Answers.of(
                    "day", MONDAY.plusDays(2), "time", "10:00", "place", "Rådhuset", "ofProgramme", PROGRAMME);
            world.starts("projektledare1", "meeting", sitting);
            assertThat(jdbc.sql("select programme from sitting where place = 'Rådhuset'")
                            .query(String.class)
                            .list())
                    .containsExactly(PROGRAMME);
        }
    }
}
