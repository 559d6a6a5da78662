package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** Referrals of persons who are known: what who sends them learns, and what becomes of them. */
@SamstegTest
class DuplicateJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final String SENDER = "handlaggare.af";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private final List<String> numbers = IdentityNumbers.some(8);
    private Case anna;

    @BeforeEach
    void annaIsAdmitted() {
        world.begin(MONDAY);
        anna = referred("handlaggare.fk", numbers.get(0), "Anna", "Ekdahl").admitted();
    }

    private Map<String, Object> referral(String number, String first, String last) {
        return Answers.with(
                Answers.referral(number, world.today()),
                "firstName",
                first,
                "lastName",
                last,
                "reason",
                first + " " + last + " behöver samordnat stöd");
    }

    private Case referred(String user, String number, String first, String last) {
        return Case.referred(world, jdbc, user, referral(number, first, last));
    }

    private Case annaAgain() {
        return referred(SENDER, numbers.get(0), "Anna", "Felstavad");
    }

    private static Map<String, Object> review(String decision) {
        return Answers.of(
                "decision",
                decision,
                "assessment",
                decision.equals("new") ? null : "Behöver vård först",
                "recommendation",
                decision.equals("new") ? null : "Kontakt med vårdcentral",
                "note",
                decision.equals("join") ? "Sover dåligt sedan i vintras" : null);
    }

    private Task task(String element, Case someone) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(element)
                .processInstanceBusinessKey(someone.caseNumber)
                .singleResult();
    }

    private String akten(String user, String element, Case someone) throws IOException, InterruptedException {
        return Visit.text(new Visit(port)
                .logIn(user)
                .get("camunda/api/samsteg/case?taskId=" + task(element, someone).getId()));
    }

    private void protects(Case someone) {
        world.starts(
                Case.COACH,
                "protection",
                Answers.of("caseNumber", someone.caseNumber, "kind", "protected-registration", "since", MONDAY));
    }

    /** All that the sender of a referral gets to see of it, from the day it is sent until it is answered. */
    private List<String> seenBySender(String number, Map<String, Object> differing, String answers) throws Exception {
        int mailBefore = world.mailTo(SENDER).size();
        Map<String, Object> form = new LinkedHashMap<>(referral(number, "Maja", "Grankvist"));
        form.putAll(differing);
        Case sent = Case.referred(world, jdbc, SENDER, form);
        List<String> seen = new ArrayList<>();
        if (task("userTask_correct", sent) != null) {
            seen.add("unmet " + world.shown(SENDER, "userTask_correct", sent.caseNumber, "unmet"));
            seen.add("head " + world.shown(SENDER, "userTask_correct", sent.caseNumber, "participant"));
            seen.add(akten(SENDER, "userTask_correct", sent));
            sent.does(
                    SENDER,
                    "userTask_correct",
                    Answers.of(
                            "withdrawn",
                            false,
                            "municipality",
                            "0127",
                            "authorities",
                            List.of("af", "fk"),
                            "longLastingHealthProblems",
                            true,
                            "noFootholdOnLabourMarket",
                            true));
        }
        seen.add("tasks "
                + world.as(SENDER, () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(sent.caseNumber)
                        .count()));
        LocalDate sitting = jdbc.sql("select min(day) from sitting where day > ?")
                .param(world.today())
                .query(LocalDate.class)
                .single();
        if (answers.equals("lead")) {
            sent.does(Case.LEAD, "userTask_reviewDuplicate", review("elsewhere"));
        }
        seen.add("before the sitting " + world.mailTo(SENDER).size() + " " + open(sent));
        world.passesTo(sitting.plusDays(1));
        if (answers.equals("conference")) {
            sent.does(
                    "ledamot.soc",
                    "userTask_assess",
                    Answers.with(
                            Answers.recommend(),
                            "assessment",
                            "Behöver vård först",
                            "recommendation",
                            "Kontakt med vårdcentral"));
        }
        seen.add("told " + world.shown(SENDER, "userTask_receiveRecommendation", sent.caseNumber, "recommendation"));
        seen.add("head " + world.shown(SENDER, "userTask_receiveRecommendation", sent.caseNumber, "participant"));
        seen.add(akten(SENDER, "userTask_receiveRecommendation", sent).replaceAll("[0-9a-f-]{36}", "id"));
        sent.does(SENDER, "userTask_receiveRecommendation", Map.of());
        List<String> mail = world.mailTo(SENDER);
        seen.addAll(mail.subList(mailBefore, mail.size()));
        return seen.stream()
                .map(text -> text.replace(sent.caseNumber, "SB")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY")
                        .replaceAll("before the sitting \\d+", "before the sitting"))
                .toList();
    }

    private boolean open(Case someone) {
        return jdbc.sql("select closed_on is null from case_file where case_number = ?")
                .param(someone.caseNumber)
                .query(Boolean.class)
                .single();
    }

    @Test
    void theSenderSeesTheSameForANewAKnownAndAProtectedPerson() throws Exception {
        referred("handlaggare.fk", numbers.get(1), "Maja", "Grankvist").admitted();
        protects(referred("handlaggare.fk", numbers.get(2), "Maja", "Grankvist").admitted());
        int newcomer = 3;
        for (Map<String, Object> differing :
                List.of(Map.<String, Object>of(), Map.<String, Object>of("municipality", "0126"))) {
            world.passesTo(world.today().plusWeeks(1));
            List<String> ofANewPerson = seenBySender(numbers.get(newcomer++), differing, "conference");
            List<String> withACase = seenBySender(numbers.get(1), differing, "lead");
            List<String> ofAProtectedPerson = seenBySender(numbers.get(2), differing, "lead");

            assertThat(ofANewPerson).anyMatch(letter -> letter.startsWith("Remissen är mottagen"));
            assertThat(withACase).as("with a case, %s", differing).isEqualTo(ofANewPerson);
            assertThat(ofAProtectedPerson).as("protected, %s", differing).isEqualTo(ofANewPerson);
        }
    }

    @Test
    void aDuplicateIsJoinedToTheOpenCaseWhoseCoachReadsIt() throws Exception {
        Case again = annaAgain();

        assertThat(world.openTasks(again.caseNumber)).containsExactly("userTask_reviewDuplicate");
        assertThat(jdbc.sql("select count(*) from agenda where case_number = ?")
                        .param(again.caseNumber)
                        .query(Long.class)
                        .single())
                .as("it is not on the agenda")
                .isZero();
        assertThat(world.shown(Case.LEAD, "userTask_reviewDuplicate", again.caseNumber, "known")
                        .toString())
                .isEqualTo("Personen har ett pågående ärende, " + anna.caseNumber
                        + ".\nArbetsförmedlingen får veta av det: samtycke finns.");
        assertThat(world.shown(Case.LEAD, "userTask_reviewDuplicate", again.caseNumber, "note")
                        .toString())
                .startsWith(
                        "Ny remiss från Arbetsförmedlingen 2027-03-01.\nVarför remitteras personen? Anna Felstavad behöver");
        again.does(Case.LEAD, "userTask_reviewDuplicate", review("join"));

        assertThat(akten(Case.COACH, "userTask_summon", anna))
                .contains("Ytterligare remisser", "Sover dåligt sedan i vintras");
        assertThat(world.mailTo(Case.COACH))
                .anyMatch(letter -> letter.startsWith("Ny anteckning i ärende " + anna.caseNumber));
        assertThat(world.mailTo(SENDER)).noneMatch(letter -> letter.startsWith("Gemensam rekommendation"));
        world.passesTo(MONDAY.plusWeeks(3));
        assertThat(world.mailTo(SENDER)).anyMatch(letter -> letter.startsWith("Gemensam rekommendation"));
        again.does(SENDER, "userTask_receiveRecommendation", Map.of()).hasNoTasks();
        assertThat(jdbc.sql("select duplicate and closed_on is not null from case_file where case_number = ?")
                        .param(again.caseNumber)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        anna.isAt("userTask_summon");
    }

    @Test
    void theLeadIsRemindedOfADuplicateBeforeTheSittingAndEachDayUntilItIsReviewed() {
        LocalDate sitting = jdbc.sql("select min(day) from sitting where day > ?")
                .param(world.today())
                .query(LocalDate.class)
                .single();
        Case again = annaAgain();
        world.passesTo(sitting.minusDays(4));
        assertThat(reminders(again)).isZero();
        world.passesTo(sitting.minusDays(1));
        int first = reminders(again);
        assertThat(first).as("on the last working day before it").isPositive();

        world.passesTo(sitting.plusDays(1));
        assertThat(reminders(again)).isEqualTo(first + 2);
        again.does(Case.LEAD, "userTask_reviewDuplicate", review("elsewhere"));
        world.passesTo(sitting.plusWeeks(1));
        assertThat(reminders(again)).isEqualTo(first + 2);
        assertThat(world.mailTo(SENDER)).noneMatch(letter -> letter.contains("granskning"));
    }

    private int reminders(Case someone) {
        return (int) world.mailTo(Case.LEAD).stream()
                .filter(letter -> letter.startsWith("En remiss väntar på granskning, ärende " + someone.caseNumber))
                .count();
    }

    @Test
    void aDuplicateWhoseOpenCaseEndsMeanwhileGoesOnAsANewReferral() {
        Case again = annaAgain();
        assertThatThrownBy(() -> again.does(Case.LEAD, "userTask_reviewDuplicate", review("new")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("personen har ett pågående ärende, " + anna.caseNumber);
        jdbc.sql("update case_file set closed_on = opened_on where case_number = ?")
                .param(anna.caseNumber)
                .update();
        assertThatThrownBy(() -> again.does(Case.LEAD, "userTask_reviewDuplicate", review("join")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("det pågående ärendet är avslutat");

        again.does(Case.LEAD, "userTask_reviewDuplicate", review("new"));

        assertThat(world.openTasks(again.caseNumber)).containsExactly("userTask_assess");
        assertThat(world.shown("ledamot.soc", "userTask_assess", again.caseNumber, "earlierCase"))
                .isEqualTo(anna.caseNumber);
        again.admitted();
        assertThat(jdbc.sql("select duplicate from case_file where case_number = ?")
                        .param(again.caseNumber)
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(world.shown(Case.COACH, "userTask_summon", again.caseNumber, "stated")
                        .toString())
                .contains("Efternamn: Felstavad (nu: Ekdahl)");
    }

    @Test
    void aDuplicateOfAReferralThatWaitsItselfIsReadWithThatReferral() {
        Case waiting = Case.referred(
                world,
                jdbc,
                "handlaggare.soc",
                Answers.with(
                        referral(numbers.get(2), "Bo", "Alm"), "consentInformation", List.of("referral", "health")));
        Case again = referred(SENDER, numbers.get(2), "Bo", "Alm");
        assertThat(world.openTasks(waiting.caseNumber)).containsExactly("userTask_assess");
        again.does(Case.LEAD, "userTask_reviewDuplicate", review("join"));

        waiting.does("ledamot.fk", "userTask_assess", Answers.askForCompletion())
                .does("handlaggare.soc", "userTask_complete", Answers.completion());
        assertThat(world.shown("ledamot.fk", "userTask_assess", waiting.caseNumber, "completions")
                        .toString())
                .contains("2027-03-01 ännu en remiss: Sover dåligt sedan i vintras");
        waiting.admitted();
    }

    @Test
    void aPersonAdmittedInOneCaseIsNotAdmittedInAnother() {
        Case first = referred("handlaggare.soc", numbers.get(2), "Bo", "Alm");
        Case second = referred(SENDER, numbers.get(2), "Bo", "Alm");
        jdbc.sql("update case_file set closed_on = opened_on where case_number = ?")
                .param(first.caseNumber)
                .update();
        second.does(Case.LEAD, "userTask_reviewDuplicate", review("new"));
        jdbc.sql("update case_file set closed_on = null where case_number = ?")
                .param(first.caseNumber)
                .update();
        first.admitted();

        assertThatThrownBy(second::admitted)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("personen är redan antagen i ett annat ärende");
        second.does("ledamot.soc", "userTask_assess", Answers.recommend());
        first.isAt("userTask_summon");
    }

    @Test
    void aProtectedPersonsReferralIsProtectedWhenTheLeadLetsItGoOn() throws Exception {
        protects(anna);
        jdbc.sql("update case_file set closed_on = opened_on where case_number = ?")
                .param(anna.caseNumber)
                .update();
        Case again = annaAgain();
        assertThat(world.shown(Case.LEAD, "userTask_reviewDuplicate", again.caseNumber, "known")
                        .toString())
                .isEqualTo("Personen har inget pågående ärende.\nPersonen har skyddade personuppgifter.");
        assertThat(Tables.holding(jdbc, "ekdahl")).containsExactly("person");

        again.does(Case.LEAD, "userTask_reviewDuplicate", review("new"));

        assertThat(world.shown("ledamot.soc", "userTask_assess", again.caseNumber, "participant"))
                .isEqualTo("Skyddade personuppgifter");
        assertThat(Tables.holding(jdbc, "ekdahl")).containsExactly("person");
    }

    @Test
    void everyReferralIsARowInTheLogAndOfADuplicateItSaysOfWhichCase() {
        long before = jdbc.sql("select coalesce(max(id), 0) from log.access_log")
                .query(Long.class)
                .single();
        annaAgain();
        referred(SENDER, numbers.get(3), "Disa", "Ny");

        assertThat(jdbc.sql("""
                                select user_id || ' ' || role || ' ' || coalesce(case_number, '-') || ' ' || coalesce(denied, '-')
                                from log.access_log where what = 'referral' and id > ? order by id
                                """).param(before).query(String.class).list())
                .containsExactly(
                        "handlaggare.af caseworker-af " + anna.caseNumber + " duplicate",
                        "handlaggare.af caseworker-af - -");
    }
}
