package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.desk.Visit;
import se.samsteg.extract.Extract;
import se.samsteg.form.Refused;

/** Anna finds that something is wrong in her file, and it is put right in every place where it is read. */
@SamstegTest
class RectificationJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Facts facts;

    @Autowired
    Extract extract;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private Case anna;

    @FactOf("coaching-talk")
    private record Talk(
            @Nullable String outcome,
            @Nullable String physicalHealth,
            @Nullable String note) {}

    private record Stored(
            String id, String content, @Nullable String corrects) {}

    @BeforeEach
    void annaHasHadTwoTalks() {
        world.begin(MONDAY);
        anna = Case.referred(
                        world,
                        jdbc,
                        "handlaggare.fk",
                        Answers.with(
                                Answers.referral("19800101-9804", MONDAY), "firstName", "Anna", "lastName", "Ekdahl"))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
        talks(3, "Första samtalet");
        world.passesTo(MONDAY.plusWeeks(2));
        talks(4, "Andra samtalet");
    }

    private void talks(int health, String note) {
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                Answers.with(Answers.talk(world.today().plusWeeks(2)), "physicalHealth", "" + health, "note", note));
    }

    private List<Stored> stored(String kind) {
        return jdbc.sql("select id::text, content::text, corrects::text from fact where kind = ? order by recorded_at")
                .param(kind)
                .query(Stored.class)
                .list();
    }

    private List<Facts.Entry<Talk>> readTalks() {
        return facts.all(anna.caseNumber, Talk.class);
    }

    private void chooses(String user, String chosen) {
        world.starts(user, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(user, "userTask_choose", Answers.of("chosen", chosen));
    }

    private void corrects(String target, String field, Object value) {
        anna.does(Case.COACH, "userTask_correct", correction(target, field, value));
    }

    private static Map<String, Object> correction(String target, String field, Object value) {
        return Answers.of(
                "action", "correct", "target", target, field, value, "askedBy", "participant", "why", "Jag hörde fel");
    }

    private String shown(String element, String key) {
        return String.valueOf(world.shown(Case.COACH, element, anna.caseNumber, key));
    }

    private JsonNode akten(String user) throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        return new JsonMapper()
                .readTree(new Visit(port)
                        .logIn(user)
                        .get("camunda/api/samsteg/case?taskId=" + task)
                        .body());
    }

    @Test
    void aCorrectedAnswerIsReadAtItsOldPlaceAndTheOldFactStaysAsItWas() throws Exception {
        String first = stored("coaching-talk").get(0).id();
        String before = stored("coaching-talk").get(0).content();
        world.passesTo(MONDAY.plusWeeks(3));

        chooses(Case.COACH, first);
        assertThat(shown("userTask_correct", "note")).isEqualTo("Genomför coachsamtal 2027-03-15");
        assertThat(shown("userTask_correct", "targets")).contains("Fysisk hälsa: 3", "Hur gick det? Samtalet hölls");
        corrects("choice.physicalHealth", "newChoice", "7");

        assertThat(readTalks())
                .extracting(talk -> talk.content().physicalHealth())
                .containsExactly("7", "4");
        assertThat(readTalks())
                .extracting(talk -> talk.content().note())
                .containsExactly("Första samtalet", "Andra samtalet");
        assertThat(readTalks().get(0).at()).isBefore(readTalks().get(1).at());
        assertThat(readTalks().get(0).by()).isEqualTo(Case.COACH);
        assertThat(readTalks().get(0).corrected()).isNotNull();
        assertThat(readTalks().get(1).corrected()).isNull();
        assertThat(stored("coaching-talk")).hasSize(3);
        assertThat(stored("coaching-talk").get(0).content()).isEqualTo(before);
        assertThat(stored("coaching-talk").get(2).corrects()).isEqualTo(first);
        // The last talk of all is still the one in force, and what is drawn from talks counts two.
        assertThat(facts.latest(anna.caseNumber, Talk.class).orElseThrow().physicalHealth())
                .isEqualTo("4");
        assertThat(akten(Case.COACH).toString())
                .contains("Rättelser", "2027-04-05, Genomför coachsamtal 2027-03-15, Fysisk hälsa", "Jag hörde fel")
                .contains("deltagaren begärde det");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(extract.pdf(anna.caseNumber))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
                    .contains("rättad 2027-04-05", "rättar anteckningen 2027-03-15")
                    .contains("Genomför coachsamtal 2027-03-15, Fysisk hälsa")
                    .doesNotContain("choice.physicalHealth");
        }
    }

    private LocalDate due(String element) {
        return jdbc.sql("select due_date_::date from act_ru_task where task_def_key_ = ?")
                .param(element)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void aCorrectedDayOfTheNextTalkMovesTheTask() {
        LocalDate meant = world.today().plusWeeks(3);
        chooses(Case.COACH, stored("coaching-talk").get(1).id());
        corrects("appointment.nextTalk", "newAppointment", meant);
        assertThat(due("userTask_holdTalk")).isEqualTo(meant);
    }

    @Test
    void aCorrectedIntroductionHoldsForThePlacementThatRuns() {
        anna.does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
        String introduction = stored("workplace-introduction").get(0).id();
        LocalDate last = world.today().plusDays(10);
        chooses(Case.COACH, introduction);
        corrects("date.endsOn", "newDate", last);
        assertThat(jdbc.sql("select ends_on from placement")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(last);
        assertThat(due("userTask_followUpPlacement")).isEqualTo(last);
        chooses(Case.COACH, introduction);
        corrects("choice.type", "newChoice", "work-training");
        assertThat(jdbc.sql("select type || ' ' || ends_on from placement")
                        .query(String.class)
                        .single())
                .isEqualTo("work-training " + last);
    }

    @Test
    void aCorrectedDayOfAPromiseMovesItsFollowUpAndNoOther() {
        LocalDate first = world.today().plusWeeks(2);
        LocalDate meant = first.plusDays(3);
        world.starts(Case.COACH, "measure", MeasureAnswers.promise(anna.caseNumber, first));
        world.starts(Case.COACH, "measure", MeasureAnswers.promise(anna.caseNumber, first));

        chooses(Case.COACH, stored("measure-promise").get(1).id());
        corrects("date.promisedFor", "newDate", meant);

        assertThat(days("select promised_for from measure order by 1")).containsExactly(first, meant);
        assertThat(
                        days(
                                "select due_date_::date from act_ru_task where task_def_key_ = 'userTask_followUpMeasure' order by 1"))
                .containsExactly(first, meant);
        assertThat(days("""
                        select duedate_::date from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where d.act_id_ = 'timer_overdue' order by 1""")).containsExactly(first.plusDays(1), meant.plusDays(1));
    }

    @Test
    void aCorrectedDayOfWhatATalkToldOfAPromiseMovesItsFollowUp() {
        LocalDate first = world.today().plusWeeks(3);
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                Answers.with(
                        Answers.talk(world.today().plusWeeks(2)),
                        "promise1What",
                        "Ny tid hos läkaren",
                        "promise1By",
                        "region",
                        "promise1Date",
                        first));

        chooses(Case.COACH, stored("coaching-talk").get(2).id());
        corrects("date.promise1Date", "newDate", first.plusDays(1));

        assertThat(days("select promised_for from measure")).containsExactly(first.plusDays(1));
    }

    @Test
    void aCorrectedDayOfWhatAMeetingDecidedMovesItsFollowUpAndNoOther() {
        LocalDate today = world.today();
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        anna.does("handlaggare.fk", "userTask_invite", SipAnswers.call(today))
                .does(Case.COACH, "userTask_document", SipAnswers.held(today));

        chooses(Case.COACH, stored("sip-meeting").get(0).id());
        corrects("date.decision1Date", "newDate", today.plusDays(9));

        assertThat(days("select due_on from sip_decision order by number"))
                .startsWith(today.plusDays(9), today.plusDays(14));
        assertThat(days("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_followUp' order by 1"))
                .startsWith(today.plusDays(9), today.plusDays(14));
    }

    private List<LocalDate> days(String sql) {
        return jdbc.sql(sql).query(LocalDate.class).list();
    }

    @Test
    void whatIsCorrectedTwiceIsReadAsItWasCorrectedLast() {
        String first = stored("coaching-talk").get(0).id();
        chooses(Case.COACH, first);
        corrects("choice.physicalHealth", "newChoice", "7");
        chooses(Case.COACH, first);
        assertThat(shown("userTask_correct", "targets")).contains("Fysisk hälsa: 7");
        corrects("text.note", "newText", "Vi talade om annat");

        assertThat(readTalks().get(0).content()).isEqualTo(new Talk("held", "7", "Vi talade om annat"));
        assertThat(readTalks()).hasSize(2);
    }

    @Test
    void anAnswerThatHidesOthersTakesThemAlong() {
        String first = stored("coaching-talk").get(0).id();
        chooses(Case.COACH, first);
        corrects("choice.outcome", "newChoice", "excused");

        assertThat(readTalks().get(0).content()).isEqualTo(new Talk("excused", null, "Första samtalet"));
    }

    @Test
    void whatTheFormOrTheFactsOwnRulesRefuseIsNotStored() {
        chooses(Case.COACH, stored("coaching-talk").get(0).id());

        refused(correction("number.talkIntervalWeeks", "newNumber", 13), "Nytt samtalsintervall (veckor): ");
        refused(correction("text.note", "newNumber", 4), "fältet visas inte");
        refused(correction("choice.outcome", "newChoice", "yes"), "Nytt svar: välj ett av alternativen.");
        refused(correction("choice.physicalHealth", "newChoice", "3"), "Ny uppgift: det står redan så.");
        refused(
                Answers.with(correction("appointment.nextTalk", "newAppointment", null), "action", "remove"),
                "Nästa samtal: fyll i fältet.");
        refused(
                Answers.with(correction("appointment.nextTalk", "newAppointment", "2026-12-25"), "dayOffMeant", false),
                "Nytt datum: fredagen den 25 december är juldagen.");
        refused(
                correction("tick.beginExit", "newChoice", "true"),
                "Varför är det dags för utslussning?: fyll i skälet.");
        refused(correction("number.step", "newNumber", 3), "Uppgift: ");
        assertThat(stored("coaching-talk")).hasSize(2);
        assertThat(stored("rectification-correction")).isEmpty();
        anna.isAt("userTask_correct");
    }

    private void refused(Map<String, Object> correction, String why) {
        assertThatThrownBy(() -> anna.does(Case.COACH, "userTask_correct", correction))
                .as(why)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @Test
    void aDifferingOpinionIsNotedBesideWhatStands() throws Exception {
        chooses(Case.LEAD, stored("planning-action-plan").get(0).id());
        anna.does(
                Case.LEAD,
                "userTask_correct",
                Answers.of(
                        "action", "opinion",
                        "target", "text.ownGoal",
                        "opinion", "Jag har aldrig sagt trädgård",
                        "askedBy", "participant",
                        "why", "Coachen minns det annorlunda"));

        assertThat(stored("planning-action-plan")).hasSize(1);
        assertThat(akten(Case.COACH).toString())
                .contains("Inte rättad.", "Deltagarens avvikande mening: Jag har aldrig sagt trädgård");
        assertThat(akten(Case.COACH).toString()).doesNotContain("\"Rättad\"");
    }

    @Test
    void aCorrectedPlanSaysInAktenThatItWasCorrected() throws Exception {
        chooses(Case.COACH, stored("planning-action-plan").get(0).id());
        corrects("text.ownGoal", "newText", "Jag vill köra buss");

        assertThat(akten(Case.LEAD).toString())
                .contains("Jag vill köra buss", "\"Rättad\"", "2027-03-29 av Maria Ekström");
    }

    @Test
    void theNameIsCorrectedInTheRegisterAndTheFactSaysOnlyThatItWas() {
        chooses(Case.COACH, "person");
        assertThat(shown("userTask_correct", "targets"))
                .contains("Efternamn: Ekdahl", "Kön: Kvinna")
                .doesNotContain("Födelsedatum");
        corrects("text.lastName", "newText", "Granlund");

        assertThat(jdbc.sql("select last_name from person").query(String.class).single())
                .isEqualTo("Granlund");
        assertThat(shown("userTask_holdTalk", "participant")).startsWith("Anna Granlund");
        assertThat(stored("rectification-correction").get(0).content())
                .contains("Deltagarens uppgifter, Efternamn", "Jag hörde fel")
                .doesNotContain("Granlund", "Ekdahl");
        assertThat(Tables.holding(jdbc, "granlund")).contains("person").doesNotContain("fact");
        assertThat(Tables.holding(jdbc, "granlund")).noneMatch(table -> table.startsWith("act_hi"));
    }

    @Test
    void anIdentityNumberMustBeValidAndUniqueInTheAssociation() {
        jdbc.sql("""
                        insert into person (id, identity_number, first_name, last_name, sex, municipality, tenant)
                        values (gen_random_uuid(), '199003042380', 'Bo', 'Alm', 'man', 'Botkyrka', 'botkyrka'),
                               (gen_random_uuid(), '199003042398', 'Bo', 'Alm', 'man', 'Botkyrka', 'stockholm')
                               """).update();
        chooses(Case.COACH, "person");

        refused(correction("text.identityNumber", "newText", "19800101-9805"), "numret är inte giltigt");
        refused(correction("text.identityNumber", "newText", "nittonåttio"), "skriv numret som");
        refused(correction("text.identityNumber", "newText", "19900304-2380"), "finns redan hos en annan person");
        corrects("text.identityNumber", "newText", "19900304-2398");

        assertThat(jdbc.sql("select birth_date from person where first_name = 'Anna'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(1990, 3, 4));
    }

    @Test
    void aProtectedNameIsNeitherShownNorLeftWhenItIsCorrected() {
        world.starts(
                Case.COACH,
                "protection",
                Answers.of("caseNumber", anna.caseNumber, "kind", "protected-registration", "since", MONDAY));
        chooses(Case.COACH, "person");
        assertThat(shown("userTask_correct", "targets"))
                .contains("Efternamn: Skyddade personuppgifter")
                .doesNotContain("Ekdahl");
        corrects("text.lastName", "newText", "Ekdahl Snodropp");

        assertThat(jdbc.sql("select last_name from person").query(String.class).single())
                .as("as it was typed, though the name in it is protected")
                .isEqualTo("Ekdahl Snodropp");
        assertThat(Tables.holding(jdbc, "snodropp")).containsExactly("person");
        assertThat(shown("userTask_holdTalk", "participant")).isEqualTo("Skyddade personuppgifter");
    }

    @Test
    void aPurposeThatWasCorrectedIsWhatTheMeetingReads() {
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        chooses(Case.COACH, stored("sip-request").get(0).id());
        corrects("text.purpose", "newText", "Skola och sömn");

        anna.does("handlaggare.fk", "userTask_invite", SipAnswers.call(world.today()));

        assertThat(shown("userTask_document", "purpose")).isEqualTo("Skola och sömn");
    }

    @Test
    void aTextThatStandsInATableOfItsOwnIsCorrectedThereToo() {
        anna.introducedToAWorkplace();
        jdbc.sql("update placement set supervisor = employer").update();
        String employer =
                jdbc.sql("select employer from placement").query(String.class).single();
        chooses(Case.COACH, stored("workplace-introduction").get(0).id());
        corrects("text.employer", "newText", "Odlarna AB");

        assertThat(jdbc.sql("select employer || ' ' || supervisor from placement")
                        .query(String.class)
                        .single())
                .isEqualTo("Odlarna AB " + employer);
    }

    @Test
    void nothingPersonalStandsInTheProcess() {
        chooses(Case.COACH, stored("coaching-talk").get(0).id());

        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_correct")
                        .singleResult()
                        .getName())
                .isEqualTo("Rätta uppgiften · " + anna.caseNumber);
        corrects("text.note", "newText", "hemlighetsordet");
        assertThat(Tables.holding(jdbc, "hemlighetsordet")).containsExactly("fact");
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
    }

    @Test
    void onlyTheCoachAndTheLeadCorrect() {
        assertThatThrownBy(() -> world.starts("coach2", "rectification", Answers.of("caseNumber", anna.caseNumber)))
                .isInstanceOf(Refused.class)
                .hasMessage("Ärende: inget pågående ärende med det numret finns bland dina ärenden.");
        assertThatThrownBy(() ->
                        world.starts("handlaggare.fk", "rectification", Answers.of("caseNumber", anna.caseNumber)))
                .isInstanceOf(RuntimeException.class);
    }
}
