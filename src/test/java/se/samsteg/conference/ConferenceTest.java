package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.person.Person;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;

/** The conference and its sittings with everything real but the people. */
@SamstegTest
class ConferenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SITTING = LocalDate.of(2026, 12, 2);
    private static final LocalDate NEXT_SITTING = LocalDate.of(2026, 12, 16);

    @Autowired
    World world;

    @Autowired
    CaseFiles cases;

    @Autowired
    ConsentRegistration consents;

    @Autowired
    Programmes programmes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMonday() {
        world.begin(MONDAY);
    }

    private void fact(String caseNumber, String kind, String content) {
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, '1', 'handlaggare.fk', 'caseworker-fk', ?, ?::jsonb)""")
                .params(
                        UUID.randomUUID(),
                        caseNumber,
                        kind,
                        MONDAY.atTime(12, 0).atOffset(ZoneOffset.ofHours(1)),
                        content)
                .update();
    }

    private String referred() {
        Person person = new Person(
                UUID.randomUUID(),
                null,
                "nyanländ",
                LocalDate.of(1990, 3, 4),
                "Nora",
                "Aziz",
                "woman",
                "0127",
                null,
                "turkiska",
                false,
                null,
                null,
                null,
                null,
                false);
        String caseNumber = cases.open(programmes.get("samboradet"), person, "handlaggare.fk", "fk")
                .caseNumber();
        consents.give(
                caseNumber,
                List.of("af", "fk", "soc", "region"),
                List.of("referral", "health"),
                MONDAY.plusYears(1),
                "oral");
        fact(caseNumber, "referral-referral", """
                        {"authorities": ["fk", "soc"], "reason": "Behöver samordnat stöd", "background": "Lång frånvaro"}
                        """);
        return caseNumber;
    }

    private String atTheConference() {
        return start(referred());
    }

    @Test
    void theConferenceReadsTheLimitsOfItsProgramme() {
        try (var settings =
                new OtherSettings(programmes, "samboradet", "{eligibility: {limits: {authoritiesNeeded: 3}}}")) {
            String caseNumber = atTheConference();

            assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "criteria")
                            .toString())
                    .contains("Stöd från minst 3 myndigheter: Försäkringskassan, Socialtjänsten, ");
        }
    }

    private String start(String caseNumber) {
        runtime.createProcessInstanceByKey("conference")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        return caseNumber;
    }

    private static Map<String, Object> assessment(String decision, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(
                Map.of("assessment", "Behöver stöd av oss alla.", "criteriaConfirmed", "yes", "decision", decision));
        form.putAll(more);
        return form;
    }

    private static Map<String, Object> admitTo(String coach) {
        return assessment("admit", Map.of("coach", coach, "complexity", "3", "preliminaryPlan", "Hälsogrupp i vår."));
    }

    private Task task(String elementId) {
        return tasks.createTaskQuery().taskDefinitionKey(elementId).singleResult();
    }

    private LocalDate due(Task task) {
        return LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneId.of("Europe/Stockholm"));
    }

    private void documentTheSitting() {
        world.completes(
                "projektledare1",
                "userTask_minutes",
                null,
                Map.of("held", "yes", "place", "Rum 2", "authoritiesPresent", List.of("af", "fk", "soc", "region")));
    }

    @Test
    void theConferenceReadsTheReferralAndAdmitsToACoachOnTheDayOfTheSitting() {
        String caseNumber = atTheConference();

        assertThat(due(task("userTask_assess"))).isEqualTo(SITTING);
        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "reason"))
                .isEqualTo("Behöver samordnat stöd");
        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "authorities"))
                .isEqualTo("Försäkringskassan, Socialtjänsten");
        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "agenda"))
                .isEqualTo("onsdag 2 december 2026 kl. 09.00");

        world.completes("ledamot.af", "userTask_assess", caseNumber, admitTo("coach1"));

        CaseFile file = cases.get(caseNumber);
        assertThat(file.coach()).isEqualTo("coach1");
        assertThat(file.complexity()).isEqualTo(3);
        assertThat(world.endsOf("conference")).containsExactly("endEvent_admitted");
    }

    @Test
    void theConferenceReadsWhatWasCorrectedAndWhyAnExceptionWasMade() {
        String caseNumber = referred();
        fact(caseNumber, "referral-correction", """
                        {"authorities": ["af", "fk"], "comment": "Soc är inte med."}""");
        fact(caseNumber, "referral-decision", """
                        {"letThrough": true, "decisionReason": "Flyttar hit i vår."}""");
        start(caseNumber);

        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "authorities"))
                .isEqualTo("Arbetsförmedlingen, Försäkringskassan");
        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "completions"))
                .isEqualTo("2026-11-23 rättad: Soc är inte med.\n\n2026-11-23 undantag: Flyttar hit i vår.");
    }

    @Test
    void healthIsReadOnlyIfAllWhoAssessMayReadItAndGoesFromTheOpenTaskWithTheConsent() {
        String caseNumber = referred();
        jdbc.sql("update fact set content = content || '{\"health\": \"Ont i ryggen\"}' where case_number = ?")
                .param(caseNumber)
                .update();
        start(caseNumber);
        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "health"))
                .isEqualTo("Ont i ryggen");

        world.starts(
                "projektledare1",
                "consent",
                Map.of("caseNumber", caseNumber, "authorities", List.of("af"), "information", List.of("health")));
        assertThat(world.shown("ledamot.fk", "userTask_assess", caseNumber, "health"))
                .isEqualTo("Visas inte: samtycke saknas för uppgifter om hälsa.");

        world.starts(
                "projektledare1",
                "consent",
                Map.of("caseNumber", caseNumber, "authorities", List.of("af"), "information", List.of("referral")));
        assertThat(world.shown("ledamot.fk", "userTask_assess", caseNumber, "health"))
                .as("all who still assess may read it")
                .isEqualTo("Ont i ryggen");
    }

    @Test
    void coachesWhoSpeakThePersonsLanguageStandFirstWithTheirLoadAndCeiling() {
        atTheConference();

        assertThat(world.shown("ledamot.af", "userTask_assess", null, "coaches").toString())
                .contains("Yusuf Öztürk – 0 av 30 poäng – svenska, turkiska – Socialtjänsten")
                .contains("Maria Ekström – 0 av 30 poäng")
                .matches("(?s).*Yusuf.*Maria.*");
    }

    @Test
    void theAssigneeSeesTheCurrentLoads() {
        String caseNumber = atTheConference();
        cases.appointCoach(referred(), "coach1", null, 3);

        world.takes("ledamot.af", "userTask_assess", caseNumber);

        assertThat(world.shown("ledamot.af", "userTask_assess", caseNumber, "coaches")
                        .toString())
                .contains("Maria Ekström – 3 av 30 poäng");
    }

    @Test
    void aCoachIsAppointedAboveTheCeilingOnlyWithAReason() {
        for (int n = 0; n < 10; n++) {
            cases.appointCoach(referred(), "coach1", null, 3);
        }
        String caseNumber = atTheConference();

        assertThatThrownBy(() -> world.completes("ledamot.af", "userTask_assess", caseNumber, admitTo("coach1")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Skäl att gå över taket");
        assertThat(cases.get(caseNumber).coach()).isNull();

        Map<String, Object> withReason = admitTo("coach1");
        withReason.put("ceilingReason", "Två ärenden avslutas i veckan.");
        world.completes("ledamot.af", "userTask_assess", caseNumber, withReason);
        assertThat(cases.get(caseNumber).coach()).isEqualTo("coach1");
    }

    @Test
    void theMembersGetTheAgendaThreeWorkingDaysBefore() {
        String caseNumber = atTheConference();

        world.passesTo(LocalDate.of(2026, 11, 26));
        assertThat(world.mailTo("ledamot.af")).isEmpty();
        world.passesTo(LocalDate.of(2026, 11, 27));

        assertThat(world.mailTo("ledamot.af"))
                .singleElement()
                .asString()
                .contains("onsdag 2 december 2026 kl. 09.00, Samborådets lokaler", caseNumber);
        assertThat(world.mailTo("ledamot.region")).hasSize(1);
        assertThat(world.mailTo("coach1")).isEmpty();
    }

    @Test
    void whatIsNotAssessedMovesToTheNextSittingAndSoDoesTheDueDate() {
        String assessed = atTheConference();
        String left = atTheConference();

        world.passesTo(SITTING);
        assertThat(world.shown("projektledare1", "userTask_minutes", null, "progress"))
                .isEqualTo(assessed + ": inte bedömd\n" + left + ": inte bedömd");
        world.completes("ledamot.fk", "userTask_assess", assessed, admitTo("coach2"));
        assertThat(world.shown("projektledare1", "userTask_minutes", null, "progress"))
                .isEqualTo(assessed + ": bedömd\n" + left + ": inte bedömd");
        documentTheSitting();

        assertThat(due(task("userTask_assess"))).isEqualTo(NEXT_SITTING);
        assertThat(world.shown("ledamot.fk", "userTask_assess", left, "agenda"))
                .isEqualTo("onsdag 16 december 2026 kl. 09.00, flyttad 1 gång");
        assertThat(world.endsOf("meeting")).containsExactly("endEvent_documented");

        world.passesTo(NEXT_SITTING);
        documentTheSitting();
        assertThat(world.shown("ledamot.fk", "userTask_assess", left, "agenda"))
                .isEqualTo("onsdag 30 december 2026 kl. 09.00, flyttad 2 gånger");
    }

    @Test
    void lateMinutesKeepNoCaseFromTheNextAgenda() {
        String left = atTheConference();
        world.passesTo(LocalDate.of(2026, 12, 10));
        assertThat(due(task("userTask_assess"))).isEqualTo(SITTING);

        world.passesTo(LocalDate.of(2026, 12, 11)); // three working days before the next sitting
        assertThat(due(task("userTask_assess"))).isEqualTo(NEXT_SITTING);
        List<String> agendas = world.mailTo("ledamot.af");
        assertThat(agendas.get(agendas.size() - 1)).contains("16 december 2026", left + ", flyttad 1 gång");

        documentTheSitting();
        assertThat(world.shown("ledamot.fk", "userTask_assess", left, "agenda"))
                .isEqualTo("onsdag 16 december 2026 kl. 09.00, flyttad 1 gång");
    }

    @Test
    void aCaseThatIsClosedMeanwhileHasLeftTheAgenda() {
        String caseNumber = atTheConference();
        cases.close(caseNumber, MONDAY);

        world.passesTo(SITTING);
        assertThat(world.shown("projektledare1", "userTask_minutes", null, "progress"))
                .isEqualTo("Inga remisser på dagordningen.");
        documentTheSitting();

        assertThat(jdbc.sql("select count(*) from agenda where moved > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasMissingComesBackToTheNextSittingWithItsAnswer() {
        String caseNumber = atTheConference();
        world.passesTo(SITTING);
        world.completes(
                "ledamot.fk", "userTask_assess", caseNumber, assessment("complete", Map.of("missing", "Läkarintyg")));

        assertThat(world.mailTo("handlaggare.fk")).hasSize(1);
        assertThat(world.shown("handlaggare.fk", "userTask_complete", caseNumber, "missing"))
                .isEqualTo("Läkarintyg");
        world.passesTo(SITTING.plusDays(7));
        assertThat(world.mailTo("handlaggare.fk")).hasSize(2);
        world.passesTo(SITTING.plusDays(14));
        assertThat(world.mailTo("projektledare1")).singleElement().asString().contains("inte kompletterad");
        world.completes(
                "handlaggare.fk", "userTask_complete", caseNumber, Map.of("completion", "Intyget finns hos oss."));

        assertThat(due(task("userTask_assess"))).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(world.shown("ledamot.fk", "userTask_assess", caseNumber, "completions"))
                .isEqualTo("2026-12-16 kompletterad: Intyget finns hos oss.");
    }

    @Test
    void aRecommendationElsewhereIsADocumentAndTheCaseIsClosedWhetherOrNotItIsRead() {
        String caseNumber = atTheConference();
        world.completes(
                "ledamot.fk",
                "userTask_assess",
                caseNumber,
                assessment(
                        "recommend",
                        Map.of(
                                "notTakenInReason",
                                "care-first",
                                "recommendation",
                                "Vårdcentralens rehabkoordinator.")));

        assertThat(world.shown("handlaggare.fk", "userTask_receiveRecommendation", caseNumber, "recommendation"))
                .isEqualTo("Vårdcentralens rehabkoordinator.");
        assertThat(jdbc.sql("select kind from document where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("conference-recommendation");
        assertThat(cases.get(caseNumber).open()).isFalse();
        world.completes("handlaggare.fk", "userTask_receiveRecommendation", caseNumber, Map.of());

        assertThat(world.endsOf("conference")).containsExactly("endEvent_recommendedElsewhere");
    }

    @Test
    void anExtraSittingTakesUpWhatWaitsForALaterOne() {
        String caseNumber = atTheConference();

        world.starts(
                "projektledare1",
                "meeting",
                Map.of("day", LocalDate.of(2026, 11, 30), "time", "13:00", "place", "Rum 2"));

        assertThat(due(task("userTask_assess"))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(world.shown("ledamot.fk", "userTask_assess", caseNumber, "agenda"))
                .isEqualTo("måndag 30 november 2026 kl. 13.00");
    }

    @Test
    void aSittingOnADayOffIsAskedBackAndHeldWhenItIsMeant() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        Map<String, Object> sitting = Map.of("day", christmas, "dayOffMeant", false, "time", "13:00", "place", "Rum 2");

        assertThatThrownBy(() -> world.starts("projektledare1", "meeting", sitting))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Datum: fredagen den 25 december är juldagen.");
        Map<String, Object> meant = new HashMap<>(sitting);
        meant.put("dayOffMeant", true);
        world.starts("projektledare1", "meeting", meant);

        assertThat(jdbc.sql("select count(*) from sitting where day = ?")
                        .param(christmas)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aDayHasOneSitting() {
        atTheConference();

        assertThatThrownBy(() -> world.starts(
                        "projektledare1", "meeting", Map.of("day", SITTING, "time", "13:00", "place", "Rum 2")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("redan ett möte den dagen");
        assertThat(jdbc.sql("select starts_at from sitting where day = ?")
                        .param(SITTING)
                        .query(LocalTime.class)
                        .single())
                .isEqualTo(LocalTime.of(9, 0));
    }
}
