package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.extract.Extract;

/** Anna Ekdahl has been here before, and another authority refers her again with other data. */
@SamstegTest
class PersonJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final String NUMBER = "19800101-9804";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    Extract extract;

    @LocalServerPort
    int port;

    @BeforeEach
    void annaWasReferredBefore() {
        world.begin(MONDAY);
        Case.referred(world, jdbc, "handlaggare.fk", referral("Ekdahl", "070-111 11 11"))
                .does("ledamot.soc", "userTask_assess", Answers.recommend())
                .does("handlaggare.fk", "userTask_receiveRecommendation", Map.of());
        assertThat(jdbc.sql("select closed_on is null from case_file")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private Map<String, Object> referral(String lastName, String contact) {
        return Answers.with(
                Answers.referral(NUMBER, world.today()), "firstName", "Anna", "lastName", lastName, "contact", contact);
    }

    private Case again() {
        return Case.referred(
                world,
                jdbc,
                "handlaggare.soc",
                Answers.with(referral("Falkengren", "070-222 22 22"), "language", "arabiska"));
    }

    private String known() {
        return jdbc.sql(
                        "select last_name || ' ' || contact || ' ' || coalesce(language, '-') from person where not held")
                .query(String.class)
                .single();
    }

    private String akten(String element, Case someone) throws IOException, InterruptedException {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey(element)
                .processInstanceBusinessKey(someone.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(Case.COACH).get("camunda/api/samsteg/case?taskId=" + task));
    }

    private String shown(String user, String element, Case someone, String key) {
        return String.valueOf(world.shown(user, element, someone.caseNumber, key));
    }

    private static Map<String, Object> summons(String... takenOver) {
        return Answers.with(Answers.summons(MONDAY.plusMonths(1)), "takenOver", List.of(takenOver));
    }

    @Test
    void whatAReferralSaysStandsBesideWhatIsKnownUntilTheCoachTakesItOver() throws Exception {
        Case anna = again();

        assertThat(known()).isEqualTo("Ekdahl 070-111 11 11 -");
        anna.does("ledamot.fk", "userTask_assess", Answers.askForCompletion());
        assertThat(shown("handlaggare.soc", "userTask_complete", anna, "participant"))
                .as("who refers reads what the referral says and nothing that was known")
                .startsWith("Anna Falkengren");
        anna.does("handlaggare.soc", "userTask_complete", Answers.completion()).admitted();

        assertThat(known()).isEqualTo("Ekdahl 070-111 11 11 -");
        assertThat(shown(Case.COACH, "userTask_summon", anna, "participant")).startsWith("Anna Ekdahl");
        assertThat(shown(Case.COACH, "userTask_summon", anna, "stated"))
                .contains(
                        "Efternamn: Falkengren (nu: Ekdahl)",
                        "070-222 22 22 (nu: 070-111 11 11)",
                        "Språk: arabiska (nu: –)")
                .doesNotContain("Kön", "Folkbokföringskommun");
        assertThat(akten("userTask_summon", anna))
                .contains("Remissens uppgifter om deltagaren", "070-222 22 22 (inte granskat än)", "070-111 11 11");

        anna.does(Case.COACH, "userTask_summon", summons("contact", "language"));

        assertThat(known()).isEqualTo("Ekdahl 070-222 22 22 arabiska");
        assertThat(akten("userTask_holdEnrolment", anna))
                .contains("Falkengren (inte övertaget " + MONDAY, "070-222 22 22 (övertaget " + MONDAY)
                .contains("Ändrade uppgifter om deltagaren", "Tidigare: 070-111 11 11\\nÄndrat av Maria Ekström");
        assertThat(Tables.holding(jdbc, "falkengren")).containsExactly("person_statement");
        assertThat(Tables.holding(jdbc, "1111111")).containsExactly("person_trail");
        try (var pdf = Loader.loadPDF(extract.pdf(anna.caseNumber))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Falkengren", "070-111 11 11", "Det som en remiss säger", "Efternamn", "Maria Ekström")
                    .doesNotContain("lastName", "person_trail");
        }
    }

    @Test
    void aReferralThatSaysWhatIsKnownLeavesNothingToDecide() {
        Case anna = Case.referred(world, jdbc, "handlaggare.soc", referral("Ekdahl", "070-111 11 11"))
                .admitted();

        assertThat(shown(Case.COACH, "userTask_summon", anna, "stated")).isEqualTo("[]");
        anna.does(Case.COACH, "userTask_summon", Answers.summons(MONDAY.plusMonths(1)));
        assertThat(jdbc.sql("select (select count(*) from person_statement) + (select count(*) from person_trail)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from person").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void whatWasKnownAndSaidBeforeIsHiddenWithAProtectedIdentity() throws Exception {
        Case anna = again().admitted();
        anna.does(Case.COACH, "userTask_summon", summons("contact"));
        anna.does(
                Case.COACH,
                "userTask_holdEnrolment",
                Answers.with(Answers.enrolment(MONDAY), "expectation", "Falkengren nås på 070-111 11 11"));

        world.starts(
                Case.COACH,
                "protection",
                Answers.of("caseNumber", anna.caseNumber, "kind", "protected-registration", "since", MONDAY));

        assertThat(Tables.holding(jdbc, "ekdahl")).containsExactly("person");
        assertThat(Tables.holding(jdbc, "2222222")).containsExactly("person");
        assertThat(Tables.holding(jdbc, "falkengren")).isEmpty();
        assertThat(Tables.holding(jdbc, "1111111")).isEmpty();
        assertThat(akten("userTask_mapSituation", anna)).contains("Tidigare: [skyddat]");
    }

    @Test
    void aPersonKnownInAnotherAssociationIsANewPersonHere() {
        String elsewhere = "19900304-2398";
        jdbc.sql("""
                        insert into person (id, identity_number, first_name, last_name, sex, municipality, tenant)
                        values (gen_random_uuid(), '199003042398', 'Bo', 'Alm', 'man', 'Stockholm', 'stockholm')
                        """).update();

        Case bo = Case.referred(world, jdbc, "handlaggare.soc", Answers.referral(elsewhere, MONDAY));

        assertThat(jdbc.sql("""
                                select p.tenant || ' ' || p.held from case_file c join person p on p.id = c.person
                                where c.case_number = ?""").param(bo.caseNumber).query(String.class).single())
                .isEqualTo("botkyrka false");
    }

    @Test
    void statementsGoWithTheCaseAndTheTrailWithThePerson() {
        Case anna = again().admitted();
        anna.does(Case.COACH, "userTask_summon", summons("contact"));

        jdbc.sql("delete from case_file").update();
        assertThat(jdbc.sql("select count(*) from person_statement")
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("delete from person").update();
        assertThat(jdbc.sql("select count(*) from person_trail")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
