package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.form.Refused;

/** Lead and administrator register what the account of a member of staff does not say. */
@SamstegTest
class StaffRegisterJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String ADMIN = "admin";
    private static final String NEW = "coach3";

    private final List<String> people = IdentityNumbers.some(2);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    CaseFiles cases;

    /** An account as an identity provider makes it, of which the register has no row. */
    @BeforeEach
    void aCoachOfWhomNothingIsRegistered() {
        world.begin(MONDAY);
        var user = identity.newUser(NEW);
        user.setFirstName("Nina");
        user.setLastName("Ny");
        user.setEmail(NEW + "@botkyrka.example");
        identity.saveUser(user);
        identity.createMembership(NEW, "coach");
        identity.createTenantUserMembership("botkyrka", NEW);
    }

    @AfterEach
    void theCoachLeaves() {
        identity.deleteUser(NEW);
    }

    private void opens(String user, String person) {
        world.starts(user, "staff", Answers.of("person", person));
    }

    /** What is not among the answers is empty. */
    private void registers(String user, Object... answers) {
        Map<String, Object> all = new HashMap<>();
        List.of("postPercent", "languages", "phone", "unit", "deputy").forEach(key -> all.put(key, null));
        all.putAll(Answers.of(answers));
        world.completes(user, "userTask_update", null, all);
    }

    private String shown(String key) {
        return String.valueOf(world.shown(Case.LEAD, "userTask_update", null, key));
    }

    private String coachesOffered(int person, String language) {
        Case anna = Case.referred(
                world,
                jdbc,
                "handlaggare.fk",
                Answers.with(Answers.referral(people.get(person), world.today()), "language", language));
        return String.valueOf(world.shown("ledamot.soc", "userTask_assess", anna.caseNumber, "coaches"));
    }

    private List<String> registered(String user) {
        return jdbc.sql(
                        "select concat_ws(' | ', post_percent, languages, phone, unit, deputy) from staff where user_id = ?")
                .param(user)
                .query(String.class)
                .list();
    }

    @Test
    void theCeilingFollowsThePostAndTheLanguageComesFirst() {
        opens(Case.LEAD, NEW);
        assertThat(shown("member")).isEqualTo("Nina Ny");
        assertThat(shown("postPercent")).isEqualTo("100");
        assertThat(shown("deputies")).contains("Maria Ekström", "Yusuf Öztürk").doesNotContain("Nina", "Lena");
        registers(Case.LEAD, "postPercent", 50, "languages", "svenska ,  persiska,");

        assertThat(registered(NEW)).containsExactly("50 | svenska, persiska");
        assertThat(coachesOffered(0, "persiska"))
                .containsSubsequence("Nina Ny – 0 av 30 poäng – svenska, persiska\"", "Maria Ekström");

        opens(Case.LEAD, NEW);
        registers(Case.LEAD, "postPercent", 100);
        assertThat(coachesOffered(1, "spanska"))
                .containsSubsequence("Maria Ekström – 0 av 30 poäng", "Nina Ny – 0 av 60 poäng\"");
    }

    @Test
    void theAdministratorRegistersTooAndWhatStoodThereBeforeIsShown() {
        opens(ADMIN, "coach1");
        assertThat(world.ownerOf("userTask_update", null)).isEqualTo(ADMIN);
        registers(
                ADMIN,
                "postPercent",
                40,
                "languages",
                "spanska",
                "phone",
                "08-465 004 77",
                "unit",
                "af-botkyrka",
                "deputy",
                NEW);
        assertThat(registered("coach1")).containsExactly("40 | spanska | 08-465 004 77 | af-botkyrka | coach3");

        opens(Case.LEAD, "coach1");
        assertThat(shown("phone")).isEqualTo("08-465 004 77");
        assertThat(shown("unit")).isEqualTo("af-botkyrka");
        assertThat(shown("deputy")).isEqualTo(NEW);
        assertThat(shown("earlier"))
                .isEqualTo("Till 2027-02-01: 50 % · svenska, spanska · 08-465 004 01 · ersättare Yusuf Öztürk"
                        + " (ändrat av Astrid Norén)");
        assertThat(Tables.holding(jdbc, "465 004 01").stream().filter(table -> table.startsWith("act_hi")))
                .as("the engine's history")
                .isEmpty();
    }

    @Test
    void aUnitIsChosenAmongThoseOfTheOwnAuthority() {
        opens(Case.LEAD, "handlaggare.soc");
        assertThat(shown("units")).contains("Enheten för ekonomiskt bistånd").doesNotContain("Lokalt kontor");
        assertThatThrownBy(() -> registers(Case.LEAD, "postPercent", 100, "unit", "fk-botkyrka"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Enhet: ");
        registers(Case.LEAD, "postPercent", 100, "unit", "ekonomiskt-bistand");

        opens(Case.LEAD, "handlaggare.soc");
        registers(Case.LEAD, "postPercent", 100);
        opens(Case.LEAD, "handlaggare.soc");
        assertThat(shown("earlier")).contains("Enheten för ekonomiskt bistånd").doesNotContain("ekonomiskt-bistand");
    }

    @Test
    void aUnitThatWasWrittenFreelyIsChosenAnew() {
        jdbc.sql("update staff set unit = 'Centrum' where user_id = 'coach1'").update();
        opens(Case.LEAD, "coach1");
        assertThat(shown("unit")).isEqualTo("null");
    }

    @Test
    void whatDoesNotChangeLeavesNoTrace() {
        opens(Case.LEAD, "coach1");
        registers(
                Case.LEAD,
                "postPercent",
                50,
                "languages",
                "svenska, spanska",
                "phone",
                "08-465 004 01",
                "deputy",
                "coach2");

        opens(Case.LEAD, "coach1");
        assertThat(shown("earlier")).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedAtItsFieldAndNothingIsStored() {
        assertThatThrownBy(() -> opens(Case.LEAD, "ingen"))
                .isInstanceOf(Refused.class)
                .hasMessage("Vem: ange användarnamnet för en medarbetare hos er.");
        opens(Case.LEAD, NEW);
        refuses("Tjänst i procent: ", "postPercent", 120);
        refuses("Tjänst i procent: ", "languages", "svenska");
        refuses("Telefon: skriv ett telefonnummer", "postPercent", 100, "phone", "ring på kvällen");
        for (String deputy : List.of(NEW, "gruppcoach1", "handlaggare.fk")) {
            refuses("Ersättare: ", "postPercent", 100, "deputy", deputy);
        }
        jdbc.sql("delete from act_id_membership where user_id_ = 'coach2'").update();
        try {
            refuses("Ersättare: välj en kollega i samma roll.", "postPercent", 100, "deputy", "coach2");
        } finally {
            identity.createMembership("coach2", "coach");
        }
        assertThat(registered(NEW)).isEmpty();
    }

    private void refuses(String sentence, Object... answers) {
        assertThatThrownBy(() -> registers(Case.LEAD, answers))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void othersRegisterNothing() {
        for (String user : List.of("coach1", "gruppcoach1", "handlaggare.fk", "ledamot.soc")) {
            assertThatThrownBy(() -> opens(user, NEW)).as(user).isInstanceOf(AuthorizationException.class);
        }
        opens(Case.LEAD, NEW);
        assertThat(world.as("coach1", () -> tasks.createTaskQuery().list()))
                .extracting(Task::getTaskDefinitionKey)
                .doesNotContain("userTask_update");
    }

    @Test
    void theDeputyOfTheRegisterStandsInWhereNoOtherIsNamed() {
        opens(Case.LEAD, "coach1");
        registers(Case.LEAD, "postPercent", 50, "deputy", NEW);
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(0), world.today()))
                .admitted();

        Map<String, Object> away = LeaveAnswers.away(MONDAY, MONDAY.plusDays(6), NEW);
        away.remove("deputy");
        world.starts(Case.COACH, "leave", away);
        assertThat(cases.actingCoach(anna.caseNumber)).isEqualTo(NEW);

        opens(Case.LEAD, "coach2");
        registers(Case.LEAD, "postPercent", 50);
        away = LeaveAnswers.away(MONDAY, MONDAY.plusDays(6), NEW);
        away.remove("deputy");
        Map<String, Object> withoutDeputy = away;
        assertThatThrownBy(() -> world.starts("coach2", "leave", withoutDeputy))
                .isInstanceOf(Refused.class)
                .hasMessage("Ersättare: ange användarnamnet för en annan coach hos er.");

        world.starts(Case.LEAD, "handover", HandoverAnswers.quits(Case.COACH));
        assertThat(String.valueOf(world.shown(Case.LEAD, "userTask_select", null, "successors")))
                .containsSubsequence("Nina Ny", "Yusuf Öztürk");
    }

    @Test
    void ofAUserWhoHasLeftOnlyTheHomeAuthorityStaysAndTheSuccessorStandsIn() {
        opens(Case.LEAD, "coach1");
        registers(Case.LEAD, "postPercent", 40, "deputy", NEW);
        opens(Case.LEAD, NEW);
        registers(Case.LEAD, "postPercent", 80, "deputy", "coach1");
        Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(0), world.today()))
                .admitted();
        world.starts(Case.LEAD, "handover", HandoverAnswers.quits(Case.COACH));
        world.completes(Case.LEAD, "userTask_select", null, HandoverAnswers.allTo("coach2"));

        assertThat(registered("coach1")).containsExactly("100 | ");
        assertThat(jdbc.sql("select authority from staff where user_id = 'coach1'")
                        .query(String.class)
                        .single())
                .isEqualTo("af");
        assertThat(registered(NEW)).containsExactly("80 |  | coach2");
        assertThat(registered("coach2").get(0))
                .as("the successor's own deputy is gone")
                .endsWith("08-465 004 02");
        assertThat(jdbc.sql("select count(*) from staff_trail where user_id = 'coach1'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
