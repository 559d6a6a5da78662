package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;

/**
 * A participant's identity is protected in the middle of everything; then the whole database is searched for the name,
 * the number and the telephone.
 */
@SamstegTest
class ProtectionJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String LEADER = "gruppcoach1";
    private static final String THERAPIST = "arbetsterapeut1";

    /** Name, number and telephone in several spellings, as staff type them in a note. */
    private static final String TALKATIVE =
            "Annegret (Snodropp), pnr 800101-9804, ring annegret på 0707654321. Blåklockans väg är fin.";

    private static final String SILENT = "[skyddat] ([skyddat]), pnr [skyddat], ring [skyddat] på [skyddat].";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    private final List<String> others = IdentityNumbers.some(2);

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    private Map<String, Object> referral() {
        return Answers.with(
                Answers.referral("19800101-9804", world.today()),
                "firstName",
                "Annegret",
                "lastName",
                "Snodropp",
                "contact",
                "070-765 43 21",
                "reason",
                TALKATIVE);
    }

    private Case annegret() {
        return Case.referred(world, jdbc, CASEWORKER, referral());
    }

    private Case waitingForAGroup(Case someone) {
        return someone.admitted().enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"));
    }

    private Case bo() {
        return Case.referred(
                world,
                jdbc,
                "handlaggare.soc",
                Answers.with(Answers.referral(others.remove(0), world.today()), "firstName", "Bo", "lastName", "Alm"));
    }

    private String plannedGroup(LocalDate firstDay) {
        world.starts(LEADER, "group", Answers.group("halsogrupp", firstDay, List.of("monday", "thursday")));
        return jdbc.sql("select number from programme_group order by number desc limit 1")
                .query(String.class)
                .single();
    }

    private void decidedInASip(Case someone, String what) {
        UUID sip = UUID.randomUUID();
        jdbc.sql(
                        "insert into sip (id, case_number, requested_on, requested_by, wanted_by) values (?, ?, ?, ?, 'coach')")
                .params(sip, someone.caseNumber, MONDAY, Case.COACH)
                .update();
        jdbc.sql("insert into sip_decision (id, sip, number, what, owner, due_on) values (?, ?, 1, ?, 'coach', ?)")
                .params(UUID.randomUUID(), sip, what, MONDAY.plusWeeks(1))
                .update();
    }

    /** What a user has begun to write in an open task. */
    private void types(String elementId, String businessKey, String key, String text) {
        tasks.setVariables(
                tasks.createTaskQuery()
                        .taskDefinitionKey(elementId)
                        .processInstanceBusinessKey(businessKey)
                        .singleResult()
                        .getId(),
                Map.of(key, text));
    }

    private void begins(String elementId, @Nullable String caseNumber, @Nullable String subject) {
        jdbc.sql("""
                        insert into draft (task, case_number, subject, holder, form, form_version, saved_at, content)
                        select t.id_, :case, :subject, 'coach1', 'form', 'x', now(), jsonb_build_object('note', :text, 'n', 1)
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where task_def_key_ = :element and e.business_key_ = coalesce(:case, :subject)""")
                .param("case", caseNumber)
                .param("subject", subject)
                .param("text", TALKATIVE)
                .param("element", elementId)
                .update();
    }

    private static Map<String, Object> protection(Case someone) {
        return Answers.of(
                "caseNumber",
                someone.caseNumber,
                "kind",
                "protected-registration",
                "since",
                MONDAY,
                "handling",
                "Brev till Annegret går genom Skatteverket");
    }

    private String shown(String user, String elementId, String businessKey, String key) {
        return String.valueOf(world.shown(user, elementId, businessKey, key));
    }

    private String akten(String user, String elementId, Case someone) throws IOException, InterruptedException {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey(elementId)
                .processInstanceBusinessKey(someone.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(user).get("camunda/api/samsteg/case?taskId=" + task));
    }

    private void thePersonIsNamedInThePersonTableOnly() {
        assertThat(Tables.holding(jdbc, "annegret")).containsExactly("person");
        assertThat(Tables.holding(jdbc, "snodropp")).containsExactly("person");
        assertThat(Tables.holding(jdbc, "8001019804")).containsExactly("person");
        assertThat(Tables.holding(jdbc, "7654321")).containsExactly("person");
        assertThat(jdbc.sql(
                                "select distinct first_name || ' ' || last_name || ' ' || contact from person where protected_identity")
                        .query(String.class)
                        .list())
                .containsExactly("Annegret Snodropp 070-765 43 21");
    }

    @Test
    void inTheMiddleOfAGroupTheNameGoesFromEveryScreenButTheCoachsAndTheLeads() throws Exception {
        Case anna = waitingForAGroup(annegret());
        Case bo = waitingForAGroup(bo());
        String group = plannedGroup(MONDAY);
        world.completes(
                LEADER,
                "userTask_staffGroup",
                group,
                Answers.of("participants", List.of(anna.caseNumber, bo.caseNumber)));
        types("userTask_holdTalk", anna.caseNumber, "note", TALKATIVE);
        types("userTask_recordSession", group, "note", TALKATIVE);
        begins("userTask_holdTalk", anna.caseNumber, null);
        begins("userTask_recordSession", null, group);
        jdbc.sql("insert into start_draft values ('coach1', 'sip', 'form', 'x', now(), jsonb_build_object(?, ?, ?, ?))")
                .params("caseNumber", anna.caseNumber, "promised", TALKATIVE)
                .update();
        anna.does(THERAPIST, "userTask_bookAssessment", Answers.assessmentBooking(world.today()));
        types("userTask_assessSupport", anna.caseNumber, "outcome", "held");
        types("userTask_assessSupport", anna.caseNumber, "recommendations", TALKATIVE);
        world.starts(
                Case.COACH,
                "measure",
                Answers.with(
                        MeasureAnswers.promise(anna.caseNumber, MONDAY.plusWeeks(3)),
                        "promised",
                        TALKATIVE,
                        "unit",
                        "Annegret Snodropps läkare"));
        decidedInASip(anna, TALKATIVE);
        assertThat(Tables.holding(jdbc, "annegret"))
                .as("before")
                .contains("person", "fact", "measure", "sip_decision", "act_ru_variable", "act_ge_bytearray")
                .contains("draft", "start_draft");

        world.starts(Case.COACH, "protection", protection(anna));

        thePersonIsNamedInThePersonTableOnly();
        assertThat(jdbc.sql("select content ->> 'note' from draft")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly(SILENT + " Blåklockans väg är fin.");
        String hidden = "Skyddade personuppgifter (" + anna.caseNumber + ")";
        assertThat(shown(LEADER, "userTask_recordSession", group, "onRoll")).contains(hidden, "Bo Alm");
        assertThat(shown(LEADER, "userTask_recordSession", group, "members")).contains(hidden, "Bo Alm");
        assertThat(shown(LEADER, "userTask_recordSession", group, "note")).startsWith(SILENT);
        assertThat(shown(THERAPIST, "userTask_assessSupport", anna.caseNumber, "participant"))
                .isEqualTo("Skyddade personuppgifter");
        assertThat(shown(THERAPIST, "userTask_assessSupport", anna.caseNumber, "recommendations"))
                .isEqualTo(SILENT + " Blåklockans väg är fin.");
        assertThat(shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "note"))
                .startsWith(SILENT);
        assertThat(shown(Case.COACH, "userTask_holdTalk", bo.caseNumber, "participant"))
                .startsWith("Bo Alm");

        assertThat(akten(Case.COACH, "userTask_holdTalk", anna))
                .contains("Annegret Snodropp", "070-765 43 21", "Skyddad folkbokföring", "går genom Skatteverket");
        assertThat(akten(Case.LEAD, "userTask_holdTalk", anna)).contains("Annegret Snodropp", "070-765 43 21");
        assertThat(akten(THERAPIST, "userTask_assessSupport", anna))
                .contains("Handlingsplanen")
                .doesNotContain("Annegret", "Snodropp", "070-765 43 21");

        world.completes(
                LEADER,
                "userTask_recordSession",
                group,
                Answers.with(Answers.sessionHeld("took-part", "absent"), "note", TALKATIVE));
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                Answers.with(Answers.talk(world.today().plusWeeks(2)), "note", TALKATIVE));
        thePersonIsNamedInThePersonTableOnly();
        assertThat(shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "participant"))
                .isEqualTo("Skyddade personuppgifter");
    }

    @Test
    void aProtectedParticipantIsGivenAGroupPlaceWithoutAName() {
        Case anna = waitingForAGroup(annegret());
        String group = plannedGroup(MONDAY.plusWeeks(2));
        assertThat(shown(LEADER, "userTask_staffGroup", group, "waiting")).contains("Annegret");

        world.starts(Case.LEAD, "protection", protection(anna));

        thePersonIsNamedInThePersonTableOnly();
        assertThat(shown(LEADER, "userTask_staffGroup", group, "waiting"))
                .contains("Skyddade personuppgifter (" + anna.caseNumber + "), väntar sedan 2027-03-15");
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        assertThat(jdbc.sql("select group_number from group_place")
                        .query(String.class)
                        .single())
                .isEqualTo(group);
    }

    @Test
    void aNameThatIsCorrectedShowsInTheStaffingOfAGroupAtOnce() {
        Case anna = waitingForAGroup(annegret());
        String group = plannedGroup(MONDAY.plusWeeks(2));

        world.starts(Case.LEAD, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.LEAD, "userTask_choose", Answers.of("chosen", "person"));
        anna.does(
                Case.LEAD,
                "userTask_correct",
                Answers.of(
                        "action", "correct",
                        "target", "text.firstName",
                        "newText", "Annemarie",
                        "askedBy", "participant",
                        "why", "Felstavat"));

        assertThat(shown(LEADER, "userTask_staffGroup", group, "waiting"))
                .contains("Annemarie")
                .doesNotContain("Annegret");
    }

    @Test
    void aLetterThatWaitsSaysOnlyThatThereIsATaskAndTheCaseworkerSeesNoName() throws Exception {
        Case anna = annegret();
        int before = world.mailTo(CASEWORKER).size();
        // As in Tasklist, but the letter that this causes is not sent yet.
        world.as("ledamot.soc", () -> {
            String task = tasks.createTaskQuery()
                    .taskDefinitionKey("userTask_assess")
                    .singleResult()
                    .getId();
            tasks.claim(task, "ledamot.soc");
            forms.submitTaskForm(
                    task, World.submitted(Answers.with(Answers.askForCompletion(), "assessment", TALKATIVE)));
            return null;
        });
        types("userTask_complete", anna.caseNumber, "completion", TALKATIVE);
        assertThat(jdbc.sql("select count(*) from letter where sent_at is null and case_number = ?")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        world.starts(CASEWORKER, "protection", protection(anna));

        thePersonIsNamedInThePersonTableOnly();
        assertThat(world.mailTo(CASEWORKER)).hasSize(before + 1);
        assertThat(world.mailTo(CASEWORKER).get(before))
                .startsWith("Du har en uppgift")
                .doesNotContain(anna.caseNumber);
        assertThat(shown(CASEWORKER, "userTask_complete", anna.caseNumber, "participant"))
                .isEqualTo("Skyddade personuppgifter");
        assertThat(akten(CASEWORKER, "userTask_complete", anna))
                .contains("Remissen", "ring [skyddat]")
                .doesNotContain("Annegret", "070-765", "Skatteverket");
        anna.does(CASEWORKER, "userTask_complete", Answers.completion());
        assertThat(shown("ledamot.soc", "userTask_assess", anna.caseNumber, "reason"))
                .startsWith(SILENT);
        thePersonIsNamedInThePersonTableOnly();
    }

    @Test
    void whoIsProtectedInTheReferralIsSoFromTheStartAndInEarlierCasesToo() throws Exception {
        Case earlier = annegret().does("ledamot.soc", "userTask_assess", Answers.recommend());
        jdbc.sql("update case_file set closed_on = opened_on").update();

        Case anna = Case.referred(world, jdbc, CASEWORKER, Answers.with(referral(), "protectedIdentity", true));

        assertThat(anna.caseNumber).isNotEqualTo(earlier.caseNumber);
        thePersonIsNamedInThePersonTableOnly();
        assertThat(shown(CASEWORKER, "userTask_receiveRecommendation", earlier.caseNumber, "participant"))
                .isEqualTo("Skyddade personuppgifter");
        waitingForAGroup(anna);
        thePersonIsNamedInThePersonTableOnly();
        assertThat(akten(Case.COACH, "userTask_holdTalk", anna)).contains("Annegret Snodropp", "070-765 43 21");
    }

    @Test
    void aNameThatIsTheWholeOfATextIsNoOptionWhereverItStands() {
        Case anna = waitingForAGroup(annegret());
        String group = plannedGroup(MONDAY);
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        types("userTask_holdTalk", anna.caseNumber, "note", "annegret");
        types("userTask_holdTalk", anna.caseNumber, "outcome", "excused");
        types("userTask_recordSession", group, "outcome", "held");
        types("userTask_recordSession", group, "guest", "snodropp");
        promised(anna, "annegret", "snodropp");
        decidedInASip(anna, "annegret-snodropp");
        jdbc.sql("update group_session set guest = 'snodropp' where group_number = ?")
                .param(group)
                .update();
        jdbc.sql("update programme_group set place = 'annegret' where number = ?")
                .param(group)
                .update();

        world.starts(Case.COACH, "protection", protection(anna));

        thePersonIsNamedInThePersonTableOnly();
        assertThat(shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "outcome"))
                .isEqualTo("excused");
        promised(anna, "snodropp", "8001019804");
        world.completes(
                LEADER,
                "userTask_recordSession",
                group,
                Answers.with(Answers.sessionHeld("took-part"), "guest", "annegret"));
        assertThat(Tables.holding(jdbc, "snodropp")).doesNotContain("fact", "measure");
        assertThat(Tables.holding(jdbc, "annegret")).doesNotContain("fact", "group_session");
        assertThat(jdbc.sql("select promised || unit from measure")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(text -> text.endsWith("[skyddat][skyddat]"));
    }

    private void promised(Case someone, String what, String unit) {
        world.starts(
                Case.COACH,
                "measure",
                Answers.with(
                        MeasureAnswers.promise(someone.caseNumber, MONDAY.plusWeeks(3)),
                        "promised",
                        what,
                        "unit",
                        unit));
    }
}
