package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.person.Person;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** A programme without a conference takes people in by a talk of three. */
@SamstegTest
class IntakeJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TALK = MONDAY.plusDays(3);
    private static final String LEAD = "sthlm.projektledare1";
    private static final String COACH = "sthlm.coach1";
    private static final String CASEWORKER = "sthlm.soc1";

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
    JdbcClient jdbc;

    private Settings programme;

    @BeforeEach
    void aProgrammeWithoutAConference() {
        world.begin(MONDAY);
        programme = programmes.get("ama");
    }

    private String referred(@Nullable String identityNumber, String answers) {
        return referred(identityNumber, "persiska", answers);
    }

    private String referred(@Nullable String identityNumber, @Nullable String language, String answers) {
        Person person = new Person(
                UUID.randomUUID(),
                identityNumber,
                identityNumber == null ? "saknas" : null,
                LocalDate.of(1980, 1, 1),
                "Nora",
                "Aziz",
                "woman",
                "0180",
                null,
                language,
                false,
                "070-174 06 05",
                null,
                null,
                null,
                false);
        String caseNumber = cases.open(programme, person, CASEWORKER, "soc").caseNumber();
        consents.give(caseNumber, List.of("soc"), List.of("referral"), MONDAY.plusYears(1), "oral");
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, 'referral-referral', 'x', ?, 'caseworker-soc', now(), ?::jsonb)""").params(UUID.randomUUID(), caseNumber, CASEWORKER, answers).update();
        start("intake", caseNumber);
        return caseNumber;
    }

    private String referred() {
        return referred(null, "{}");
    }

    private void start(String process, String caseNumber) {
        runtime.createProcessInstanceByKey(process)
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .execute();
    }

    private void takenUp(String caseNumber) {
        world.completes(LEAD, "userTask_appoint", caseNumber, IntakeAnswers.takenUp(COACH, "sthlm.coach2"));
    }

    private void booked(String caseNumber) {
        world.completes(COACH, "userTask_bookTalk", caseNumber, IntakeAnswers.booked(TALK));
    }

    private Map<String, Object> takenIn(LocalDate heldOn) {
        return IntakeAnswers.takenIn(
                heldOn,
                programme.enrolment().information().stream()
                        .map(Settings.Option::code)
                        .toList());
    }

    private void hold(String caseNumber, Map<String, Object> talk) {
        world.passesTo(TALK);
        world.completes(COACH, "userTask_holdTalk", caseNumber, talk);
    }

    private List<String> placed() {
        return jdbc.sql("select case_number from taken_place")
                .query(String.class)
                .list();
    }

    private List<String> notTakenIn() {
        return jdbc.sql("select case_number || ' ' || stage || ' ' || reason from not_taken_in order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void aTalkWithAllThreeIsIntakeAndEnrolmentInOneAndThePlanBeginsWithTheMapping() {
        String nora = referred();
        takenUp(nora);
        assertThat(placed()).containsExactly(nora);
        assertThat(cases.get(nora).coach()).isEqualTo(COACH);
        booked(nora);
        assertThat(world.mailTo(CASEWORKER))
                .singleElement()
                .asString()
                .contains(nora)
                .doesNotContain("Medborgar");
        assertThat(world.dueOn("userTask_holdTalk", nora)).isEqualTo(TALK);
        assertThat(world.shown(COACH, "userTask_holdTalk", nora, "booked").toString())
                .startsWith(TALK + " kl. 13:15, Medborgarkontoret");

        hold(nora, takenIn(TALK));

        assertThat(cases.get(nora).enrolledOn()).isEqualTo(TALK);
        start("planning", nora);
        assertThat(world.openTasks(nora)).containsExactly("userTask_mapSituation");
    }

    private OtherSettings byRule(String more) {
        return new OtherSettings(programmes, "ama", "{intake: {appointedBy: rule}" + more + "}");
    }

    @Test
    void theRuleOfTheProgrammeAppointsACoachWhoSpeaksTheLanguage() {
        try (var rule = byRule("")) {
            String nora = referred();

            assertThat(cases.get(nora).coach()).isEqualTo("sthlm.coach2");
            assertThat(placed()).containsExactly(nora);
            assertThat(world.openTasks(nora)).containsExactly("userTask_bookTalk");
            assertThat(jdbc.sql("""
                            select recorded_by || ' ' || role || ' ' || (content ->> 'coach') from fact
                            where kind = 'intake-appointment'""").query(String.class).single()).isEqualTo("system system sthlm.coach2");
        }
    }

    @Test
    void theRuleAppointsTheCoachWithTheLowestLoad() {
        try (var rule = byRule("")) {
            List<String> coaches = Stream.generate(() -> referred(null, null, "{}"))
                    .limit(4)
                    .map(one -> Objects.requireNonNull(cases.get(one).coach()))
                    .toList();

            assertThat(coaches).containsExactly("sthlm.coach2", COACH, "sthlm.coach2", COACH);
        }
    }

    private void assertLeftToTheLead(String caseNumber) {
        assertThat(cases.get(caseNumber).coach()).isNull();
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_appoint");
        takenUp(caseNumber);
        assertThat(cases.get(caseNumber).coach()).isEqualTo(COACH);
    }

    @Test
    void theLeadAppointsWhereNoCoachSpeaksTheLanguage() {
        try (var rule = byRule("")) {
            assertLeftToTheLead(referred(null, "tigrinska", "{}"));
        }
    }

    @Test
    void theLeadAppointsWhereNoCoachHasRoom() {
        try (var rule = byRule(", coaching: {loadCeiling: 2}")) {
            assertLeftToTheLead(referred());
        }
    }

    @Test
    void theLeadAppointsWhereTheCoachWhoFitsIsAway() {
        jdbc.sql("insert into staff_absence (id, user_id, from_day, to_day, deputy) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), "sthlm.coach2", MONDAY, MONDAY.plusDays(4), COACH)
                .update();
        try (var rule = byRule("")) {
            assertLeftToTheLead(referred());
        }
    }

    @Test
    void theRuleLeavesAPersonWhoHasAnOpenCaseToTheLead() {
        String number = IdentityNumbers.some(1).get(0);
        try (var rule = byRule("")) {
            String first = referred(number, "{}");
            String second = referred(number, "{}");

            assertThat(cases.get(first).coach()).isEqualTo("sthlm.coach2");
            assertThat(world.openTasks(second)).containsExactly("userTask_appoint");
        }
    }

    @Test
    void aTalkWithoutTheCaseworkerEnrolsNoParticipantAndStoresNothing() {
        String nora = referred();
        takenUp(nora);
        booked(nora);

        assertThatThrownBy(() -> hold(nora, Answers.with(takenIn(TALK), "present", List.of("participant", "coach"))))
                .hasMessageContaining("Deltog i samtalet");
        assertThatThrownBy(() -> hold(nora, Answers.with(takenIn(TALK), "informed", List.of("voluntary"))))
                .hasMessageContaining("Detta har gåtts igenom");
        assertThatThrownBy(() -> hold(nora, Answers.with(takenIn(TALK), "agreed", false)))
                .hasMessageContaining("frivilligt");

        assertThat(cases.get(nora).enrolledOn()).isNull();
        assertThat(jdbc.sql("select count(*) from fact where kind = 'intake-talk'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whereTheProgrammeIsFullThoseWithTheGreatestNeedWaitFirstForTheirTalk() {
        for (int n = 0; n < programme.places(); n++) {
            takenUp(referred());
        }
        String early = referred();
        String inNeed = referred(
                null, "{\"isolated\": true, \"obstacles\": [\"a\", \"b\", \"c\"], \"onSupportSince\": \"2019-01-01\"}");
        takenUp(early);
        takenUp(inNeed);
        assertThat(world.openTasks(early)).isEmpty();
        assertThat(jdbc.sql("select rank || ' ' || reason from waiting_case where case_number = ?")
                        .param(inNeed)
                        .query(String.class)
                        .single())
                .isEqualTo("1 Minst fem år med offentlig försörjning, isolering och minst tre hinder");

        world.completes(COACH, "userTask_bookTalk", placed().get(0), IntakeAnswers.declined("declined"));

        assertThat(world.openTasks(inNeed)).containsExactly("userTask_bookTalk");
        assertThat(world.openTasks(early)).isEmpty();
        assertThat(placed()).hasSize(programme.places()).contains(inNeed);
    }

    @Test
    void aReferralThatIsNotTakenUpIsClosedWithARecommendationAndCounted() {
        String nora = referred();

        world.completes(LEAD, "userTask_appoint", nora, IntakeAnswers.refused("language"));

        assertThat(cases.get(nora).open()).isFalse();
        assertThat(notTakenIn()).containsExactly(nora + " appointment language");
        assertThat(jdbc.sql("select kind from case_document where case_number = ?")
                        .param(nora)
                        .query(String.class)
                        .single())
                .isEqualTo("intake-recommendation");
        assertThat(world.mailTo(CASEWORKER)).singleElement().asString().contains("ledde inte till plats", nora);
    }

    @Test
    void aPersonWhoDoesNotAnswerIsTriedAgainOnTheDayThatTheCoachNames() {
        String nora = referred();
        takenUp(nora);

        world.completes(COACH, "userTask_bookTalk", nora, IntakeAnswers.noAnswer(MONDAY.plusDays(2)));

        assertThat(world.dueOn("userTask_bookTalk", nora)).isEqualTo(MONDAY.plusDays(2));
        assertThat(world.shown(COACH, "userTask_bookTalk", nora, "tries")).isEqualTo(MONDAY + " Svarade inte");
        world.completes(COACH, "userTask_bookTalk", nora, IntakeAnswers.declined("declined"));
        assertThat(notTakenIn()).containsExactly(nora + " booking declined");
        assertThat(placed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"absent, 1", "excused, 0", "moved, 0"})
    void onlyAParticipantWhoDidNotComeCountsAsANoShowAndTheTalkIsBookedAgain(String outcome, int noShows) {
        String nora = referred();
        takenUp(nora);
        booked(nora);

        hold(nora, IntakeAnswers.notHeld(outcome));

        assertThat(jdbc.sql("select count(*) from no_show where case_number = ? and meeting = 'intake'")
                        .param(nora)
                        .query(Integer.class)
                        .single())
                .isEqualTo(noShows);
        assertThat(world.openTasks(nora)).contains("userTask_bookTalk").doesNotContain("userTask_holdTalk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-now", "declines"})
    void aPersonWhoIsNotTakenInAtTheTalkIsCountedWithTheReason(String result) {
        String nora = referred();
        takenUp(nora);
        booked(nora);

        hold(nora, IntakeAnswers.notTakenIn(TALK, result, "care-first"));

        assertThat(notTakenIn()).containsExactly(nora + " talk care-first");
        assertThat(cases.get(nora).enrolledOn()).isNull();
        assertThat(placed()).isEmpty();
    }

    @Test
    void theLeadIsToldOfAPersonWithAPlaceWhoIsNotMet() {
        String nora = referred();
        takenUp(nora);

        world.passes(Period.ofDays(32));

        assertThat(world.mailTo(LEAD)).anySatisfy(mail -> assertThat(mail).contains("Ingen har träffat", nora));
        assertThat(world.openTasks(nora)).contains("userTask_handleAlert");
    }

    private void everyTextOfTheFormsIsTyped() {
        String number = IdentityNumbers.some(1).get(0);
        String nora = referred(number, "{}");
        takenUp(nora);
        world.completes(LEAD, "userTask_appoint", referred(number, "{}"), IntakeAnswers.joined());
        world.completes(LEAD, "userTask_appoint", referred(), IntakeAnswers.refused("language"));
        String declining = referred();
        takenUp(declining);
        world.completes(COACH, "userTask_bookTalk", declining, IntakeAnswers.declined("declined"));
        String notNow = referred();
        takenUp(notNow);
        booked(notNow);
        booked(nora);
        hold(notNow, IntakeAnswers.notTakenIn(TALK, "not-now", "care-first"));
        hold(nora, IntakeAnswers.notHeld("moved"));
        world.completes(COACH, "userTask_bookTalk", nora, IntakeAnswers.booked(TALK.plusDays(1)));
        world.passesTo(TALK.plusDays(1));
        world.completes(COACH, "userTask_holdTalk", nora, takenIn(TALK.plusDays(1)));
    }

    @Test
    void whatIsTypedStandsInTheFactsAndIsNotMailed() {
        everyTextOfTheFormsIsTyped();

        assertThat(jdbc.sql("""
                        select distinct kind || ' ' || field.key from fact, jsonb_each_text(content) as field
                        where kind like 'intake-%' and field.value like '%blåklintsäng%'""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "intake-appointment ceilingReason",
                        "intake-appointment note",
                        "intake-appointment recommendation",
                        "intake-booking recommendation",
                        "intake-booking talkPlace",
                        "intake-talk expectation",
                        "intake-talk note",
                        "intake-talk recommendation");
        assertThat(Tables.holding(jdbc, "klints")).containsExactly("fact");
        assertThat(world.allMail()).isNotEmpty().noneMatch(mail -> mail.contains("klints") || mail.contains("Nora"));
    }

    @Test
    void aReferralOfAPersonWhoHasAnOpenCaseIsJoinedToItAndTakesNoPlace() {
        String number = IdentityNumbers.some(1).get(0);
        String first = referred(number, "{}");
        takenUp(first);
        String second = referred(number, "{}");

        assertThat(world.shown(LEAD, "userTask_appoint", second, "known").toString())
                .contains(first);
        assertThatThrownBy(() -> takenUp(second)).hasMessageContaining("pågående ärende");
        world.completes(LEAD, "userTask_appoint", second, IntakeAnswers.joined());

        assertThat(cases.get(second).open()).isFalse();
        assertThat(placed()).containsExactly(first);
        assertThat(notTakenIn()).isEmpty();
        assertThat(world.mailTo(COACH)).singleElement().asString().contains(first);
    }
}
