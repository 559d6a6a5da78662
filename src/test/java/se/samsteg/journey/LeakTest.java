package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Browser;
import se.samsteg.desk.ByHand;
import se.samsteg.engine.TestDatabase;
import se.samsteg.form.FormFiles;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * What is typed into forms stands in the domain tables and nowhere else: in the engine only in the open task that shows
 * it, and never in a process, in history, in mail or in the log. A word, which is part of every name too, is typed into
 * every text field of every form. So every form is there, and a third time the play is clicked through.
 */
@SamstegTest
@ExtendWith(OutputCaptureExtension.class)
class LeakTest {

    /** The part of the word that every encoding writes alike. */
    private static final String TRACE = "klints";

    /**
     * Text fields that take no word: ids of people and cases, a place that is mailed to the conference, and what is said of
     * members of staff.
     */
    private static final Set<String> NO_WORDS = Set.of(
            "referral-referral identityNumber",
            "referral-referral phone",
            "referral-referral email",
            "contact-change caseNumber",
            "contact-change phone",
            "contact-change email",
            "departure-case caseNumber",
            "activity-change caseNumber",
            "pause-period caseNumber",
            "interruption-case caseNumber",
            "reopening-case caseNumber",
            "consent-case caseNumber",
            "renewal-consents caseNumber",
            "sip-request caseNumber",
            "errand-request caseNumber",
            "notice-message caseNumber",
            "outreach-request caseNumber",
            "measure-promise caseNumber",
            "milestone-event caseNumber",
            "progress-line caseNumber",
            "protection-case caseNumber",
            "rectification-request caseNumber",
            "group-plan secondLeader",
            "participation-change caseNumber",
            "participation-change groupNumber",
            "participation-change series",
            "regrouping-change groupNumber",
            "regrouping-change series",
            "handover-request fromUser",
            "leave-period person",
            "leave-period deputy",
            "staff-member person",
            "workplace-match contactPhone",
            "workplace-match contactEmail",
            "staff-post phone",
            "staff-post languages",
            "meeting-sitting place",
            // Of a programme whose groups share attendance: ReviewTest types it.
            "review-preparation seenAttendance");

    /**
     * Of another programme than this one, which has another intake and asks of each participant whether a SIP meeting is
     * held: {@link IntakeJourneyTest} and {@link ProposalJourneyTest} type into them. And those about figures of a year or
     * a quarter, into which {@code ClosingTest} and {@code SteeringTest} type.
     */
    private static final List<String> ELSEWHERE = List.of("intake-", "proposal-", "closing-", "steering-");

    private static final String CASEWORKER = "handlaggare.fk";
    private static final String MEMBER = "ledamot.soc";
    private static final String LEADER = "gruppcoach1";
    private static final String WORD = "Ord " + Answers.MARKER;

    /** Last name of all who are referred with protected identity. */
    private static final String NAME = "Snodropp";

    /** What is typed about no person: when a group is planned, and of the log. */
    private static final Set<String> ABOUT_NO_PERSON =
            Set.of("group-plan place", "regrouping-change reason", "audit-review note");

    private final List<String> people = IdentityNumbers.some(4);

    /** Fields in which the name was typed; null where identities are not protected. */
    private @Nullable Set<String> named;

    @Autowired
    TaskService tasks;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    private OtherSettings other;

    /** With what only some programmes have. */
    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 2, 1));
        other = new OtherSettings(programmes, "samboradet", """
                exit: {handoverMeeting: true}
                followup: {firstFollowUp: {after: P1M, from: EXIT}}
                """);
    }

    @AfterEach
    void theProgrammeIsAsItWas() {
        other.close();
    }

    @Test
    void aWordTypedIntoEveryTextFieldIsFoundInTheDomainTablesOnly(CapturedOutput log) {
        SentForms sent = world.worksAt(SentForms::new);
        String anna = played();
        theLogIsLookedAt(anna);

        assertThat(typedInto()).containsExactlyInAnyOrderElementsOf(textFields());
        Set<String> found = Tables.holding(jdbc, TRACE);
        assertThat(found)
                .contains("fact", "person", "placement", "group_session", "programme_group", "sip_decision", "measure");
        assertThat(found).noneMatch(table -> table.equals("letter"));
        assertThat(Tables.holding(jdbc, people.get(0).replace("-", ""))).containsExactly("person");
        assertThat(world.allMail())
                .isNotEmpty()
                .noneMatch(mail -> mail.contains(TRACE) || mail.contains("Anna") || mail.contains("7001019"));
        assertThat(log.getAll()).doesNotContain(TRACE, "7001019");

        evaIsFollowedUp();
        afterTheYearsThatItIsKeptItIsErased();
        assertThat(sent.ids())
                .as("forms of this play, which is clicked through too: the others belong into OtherFormsByHandTest")
                .map(OtherFormsByHandTest::own)
                .containsAll(clickedThrough());
        theEngineForgetsTheRestInItsOwnTime();
        assertThat(rememberedWithoutAProcess())
                .as("what the engine remembers of erased processes")
                .isEmpty();
        assertThat(Tables.holding(jdbc, TRACE))
                .as(
                        "tables with the word after it was erased; the names of employers stay, and are about no participant")
                .containsExactly("employer");
        assertThat(jdbc.sql("""
                                select count(*) from employer where contact_name is not null or contact_phone is not null
                                or contact_email is not null""").query(Integer.class).single()).isZero();
        assertThat(Tables.holding(jdbc, people.get(0).replace("-", ""))).isEmpty();
        assertThat(Tables.holding(jdbc, anna.replace("-", "")))
                .as("tables with the case number")
                .isEmpty();
        assertThat(jdbc.sql("select files + cases from retention where erased_on is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(11);
    }

    @Test
    void aProtectedNameTypedIntoEveryTextFieldIsInNoTableAndNoTaskFromTheBeginning() {
        named = new TreeSet<>();
        played();

        Set<String> expected = textFields();
        expected.removeAll(ABOUT_NO_PERSON);
        assertThat(named).containsAll(expected);
        assertThat(world.allMail()).isNotEmpty().noneMatch(mail -> mail.contains(NAME));
    }

    // ---- by hand

    /** Forms that a page of its own draws, on which {@code RollCallTest} clicks. */
    static final Set<String> DRAWN_ELSEWHERE = Set.of("group-session");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    private boolean byHand;

    /** The same play, with the first form of each kind filled in and sent in a real Chromium. */
    @Test
    @Tag("by-hand")
    void everyFormIsOpenedInTasklistFilledInAndSentByClicksAndKeys() {
        Browser.mustBeThere();
        byHand = true;
        try (ByHand hand = world.worksAt(
                server -> new ByHand(server, port, form -> !DRAWN_ELSEWHERE.contains(form), repository, tasks))) {
            theLogIsLookedAt(played());
            evaIsFollowedUp();
            afterTheYearsThatItIsKeptItIsErased();

            assertThat(hand.faults()).isEmpty();
            assertThat(hand.sent()).map(OtherFormsByHandTest::own).containsAll(clickedThrough());
        }
    }

    private static Set<String> clickedThrough() {
        Set<String> forms = new TreeSet<>(FormFiles.allWithOwn());
        forms.removeAll(DRAWN_ELSEWHERE);
        forms.removeAll(OtherFormsByHandTest.FORMS);
        return forms;
    }

    // ---- the stories

    /** @return Anna's case */
    private String played() {
        String anna = annaIsReferred();
        annaGetsAPlan(anna);
        annaIsTakenUpWithTheUnit(anna);
        annaMoves(anna);
        annaTakesConsentBack(anna);
        annaStaysAway(anna);
        annaGivesConsentAnew(anna);
        annaIsPromisedHelp(anna);
        annaHasAnotherCoachForAWhile(anna);
        annaIsInAGroup(anna);
        annaGetsHelpLate(anna);
        annaIsAtWorkplaces(anna);
        annaIsOriented(anna);
        annaIsRight(anna);
        othersLeaveEarlier();
        annaLeaves(anna);
        return anna;
    }

    private Map<String, Object> referral(int person, String firstName) {
        Map<String, Object> referral = Answers.with(
                Answers.referral(people.get(person), world.today()),
                "firstName",
                firstName + Answers.MARKER,
                "address",
                "Lugna gatan 1 " + Answers.MARKER);
        return named == null ? referral : Answers.with(referral, "lastName", NAME, "protectedIdentity", true);
    }

    private String refers(Map<String, Object> referral) {
        starts(CASEWORKER, "samboradet", everyText("referral-referral", referral));
        nothingIsInAProcess();
        return jdbc.sql("select case_number from case_file order by case_number desc limit 1")
                .query(String.class)
                .single();
    }

    private String annaIsReferred() {
        String anna = refers(Answers.with(referral(0, "Anna"), "municipality", "0126"));
        does(
                CASEWORKER,
                "userTask_correct",
                anna,
                Answers.of(
                        "withdrawn",
                        false,
                        "municipality",
                        "0126",
                        "authorities",
                        List.of("af", "fk"),
                        "longLastingHealthProblems",
                        true,
                        "noFootholdOnLabourMarket",
                        true,
                        "exceptionAsked",
                        true,
                        "exceptionReason",
                        WORD,
                        "comment",
                        WORD));
        String again = cissiIsReferredTwice();
        world.passes(Period.ofDays(15));
        does(CASEWORKER, "userTask_receiveRecommendation", again, Answers.of());
        does(Case.LEAD, "userTask_decide", anna, Answers.of("letThrough", true));
        does(
                MEMBER,
                "userTask_assess",
                anna,
                Answers.with(Answers.askForCompletion(), "criteriaConfirmed", "no", "criteriaComment", WORD));
        does(CASEWORKER, "userTask_complete", anna, Answers.completion());
        does(MEMBER, "userTask_assess", anna, Answers.admit(Case.COACH));
        return anna;
    }

    private String cissiIsReferredTwice() {
        String cissi = refers(referral(1, "Cissi"));
        String again = refers(referral(1, "Cissi"));
        does(
                Case.LEAD,
                "userTask_reviewDuplicate",
                again,
                Answers.of(
                        "decision",
                        "join",
                        "assessment",
                        WORD,
                        "recommendation",
                        WORD,
                        "jointPlan",
                        WORD,
                        "note",
                        WORD));
        does(MEMBER, "userTask_assess", cissi, Answers.recommend());
        does(CASEWORKER, "userTask_receiveRecommendation", cissi, Answers.of());
        return again;
    }

    private void annaGetsAPlan(String anna) {
        LocalDate today = world.today();
        does(
                Case.COACH,
                "userTask_summon",
                anna,
                Answers.with(Answers.summons(today.plusWeeks(1)), "enrolmentPlace", WORD));
        // Referred long ago and written down late: so the longest stay is near without years of sittings in between.
        jdbc.sql("update case_file set opened_on = ? where case_number = ?")
                .params(today.minusMonths(16), anna)
                .update();
        does(Case.COACH, "userTask_holdEnrolment", anna, Answers.enrolment(today.minusMonths(15)));
        does(Case.COACH, "userTask_mapSituation", anna, Answers.mapping());
        OtherGroups aCourse = new OtherGroups(programmes, "samboradet", alsoACourse());
        does(Case.COACH, "userTask_measureBaseline", anna, Answers.baseline());
        does(
                Case.COACH,
                "userTask_writeActionPlan",
                anna,
                Answers.withSteps(
                        Answers.with(
                                Answers.planWithAGroup(today, "aktivitetsgrupp"),
                                "unable1Series",
                                "Teori",
                                "unable1Instead",
                                WORD,
                                "unable2Series",
                                "Träning",
                                "unable2Instead",
                                WORD,
                                "unable3Series",
                                "Veckomöte",
                                "unable3Instead",
                                WORD,
                                "preliminary",
                                true,
                                "networkConsent",
                                true,
                                "step2Purpose",
                                WORD,
                                "step2Measure",
                                WORD,
                                "step2Responsible",
                                "coach",
                                "step2Date",
                                today.plusMonths(3),
                                "step3Purpose",
                                WORD,
                                "step3Measure",
                                WORD,
                                "step3Responsible",
                                "af",
                                "step3Date",
                                today.plusMonths(4)),
                        today.plusMonths(5),
                        4,
                        12));
        aCourse.close();
        does("arbetsterapeut1", "userTask_bookAssessment", anna, Answers.assessmentBooking(today));
        does(
                "arbetsterapeut1",
                "userTask_assessSupport",
                anna,
                Answers.of("outcome", "moved", "note", WORD, "newDay", today.plusDays(1), "newPlace", WORD));
        does(
                "arbetsterapeut1",
                "userTask_assessSupport",
                anna,
                MeasureAnswers.andPromised(Answers.supportAssessment(today), today.plusMonths(1)));
        onlyOpenTasksHoldIt();
    }

    /** The own groups, and one of three series, which a plan can name. */
    private List<Settings.Group> alsoACourse() {
        List<Settings.Group> groups =
                new ArrayList<>(programmes.get("samboradet").groups());
        groups.add(new Settings.Group(
                "mabra",
                "Må bra-kurs",
                Stream.of("Teori", "Träning", "Veckomöte")
                        .map(name -> new Settings.Series(
                                name, "Simhallen", List.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), 12, 1, 60))
                        .toList(),
                12,
                15,
                Settings.Attendance.OFF,
                null,
                List.of("woman"),
                List.of("sömn")));
        return groups;
    }

    /** As a review takes up a participant of whom the unit may be shown everything. */
    private void annaIsTakenUpWithTheUnit(String anna) {
        starts(Case.COACH, "progress", everyText("progress-line", Answers.of("caseNumber", anna)));
        jdbc.sql("""
                        insert into consent (id, case_number, authority, information, given_on, valid_until, manner, registered_by)
                        select gen_random_uuid(), case_number, authority, more, given_on, valid_until, 'oral', registered_by
                        from consent cross join unnest(array['health', 'attendance']) as more
                        where case_number = ? and information = 'plan'""").param(anna).update();
        UUID review = UUID.randomUUID();
        jdbc.sql("""
                        insert into review (id, programme, unit, day, prepare_on, call_on)
                        values (:id, 'samboradet', 'fk-botkyrka', :day, :day, :day)""").param("id", review).param("day", world.today()).update();
        jdbc.sql("insert into review_case (review, case_number) values (?, ?)")
                .params(review, anna)
                .update();
        runtime.createMessageCorrelation("review.opened")
                .processInstanceBusinessKey(anna)
                .setVariable("caseNumber", anna)
                .setVariable("reviewId", review.toString())
                .correlateStartMessage();
        does(Case.COACH, "userTask_prepare", anna, Answers.of("seenHealth", WORD));
        runtime.createMessageCorrelation("review.over")
                .setVariable("toRead", false)
                .correlateAll();
        jdbc.sql("delete from consent where case_number = ? and manner = 'oral'")
                .param(anna)
                .update();
        onlyOpenTasksHoldIt();
    }

    private void annaIsInAGroup(String anna) {
        LocalDate monday = world.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        starts(LEADER, "group", everyText("group-plan", Answers.group("aktivitetsgrupp", monday, List.of("monday"))));
        String group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        onlyOpenTasksHoldIt();
        starts(
                Case.COACH,
                "participation",
                everyText("participation-change", Answers.participation(anna, "join", group)));
        starts(
                LEADER,
                "participation",
                everyText(
                        "participation-change",
                        Answers.with(Answers.participation(anna, "adapt"), "series", "Träff", "instead", WORD)));
        onlyOpenTasksHoldIt();
        does(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of()));
        starts(
                LEADER,
                "regrouping",
                everyText(
                        "regrouping-change",
                        Answers.with(
                                Answers.regrouping(group, "prolong"),
                                "sessions",
                                1,
                                "firstDay",
                                monday.plusWeeks(12))));
        world.passesTo(monday);
        onlyOpenTasksHoldIt();
        does(
                LEADER,
                "userTask_recordSession",
                group,
                Answers.with(Answers.sessionHeld("took-part"), "needs", List.of(anna)));
        does(
                Case.COACH,
                "userTask_meetNeed",
                anna,
                MeasureAnswers.andPromised(Answers.with(Answers.individualNeed(), "decision", "care"), monday));
        for (LocalDate day = monday; !world.openTasks(group).contains("userTask_evaluateGroup"); ) {
            day = day.plusWeeks(1);
            world.passesTo(day);
            if (world.openTasks(group).contains("userTask_recordSession")) {
                does(LEADER, "userTask_recordSession", group, Answers.sessionCancelled());
            }
        }
        does(LEADER, "userTask_evaluateGroup", group, Answers.groupEvaluated());
        does(LEADER, "userTask_evaluateGroup", anna, Answers.groupGave("workplace"));
        world.passes(Period.ofWeeks(4));
        onlyOpenTasksHoldIt();

        does(Case.COACH, "userTask_checkIn", anna, Answers.of("startedAsPlanned", "partly"));
        does(
                Case.COACH,
                "userTask_completePlan",
                anna,
                Answers.withSteps(
                        Answers.of("agreedOn", world.today()), world.today().plusMonths(5), 1, 12));
        does(Case.LEAD, "userTask_handleAlert", anna, Answers.of("measure", "wait"));
        does(
                Case.COACH,
                "userTask_reviewPlan",
                anna,
                Answers.withSteps(
                        Answers.of(
                                "planChange", "revise",
                                "goal", WORD,
                                "steps", WORD,
                                "exitPlan", WORD,
                                "agreedOn", world.today()),
                        world.today().plusMonths(5),
                        1,
                        12));
        goesOnToAWorkplace(anna);
    }

    private void annaTakesConsentBack(String anna) {
        starts(Case.COACH, "consent", Answers.of("caseNumber", anna, "authorities", List.of("soc"), "note", WORD));
        onlyOpenTasksHoldIt();
        does(Case.COACH, "userTask_settleConsent", anna, Answers.of("continues", "adapted", "agreed", WORD));
    }

    private void annaStaysAway(String anna) {
        LocalDate today = world.today();
        missesATalk(anna);
        does(Case.COACH, "userTask_visitHome", anna, AbsenceAnswers.homeVisitWithAValidReason(today));
        missesATalk(anna);
        does(Case.COACH, "userTask_visitHome", anna, AbsenceAnswers.homeVisit(today));
        missesATalk(anna);
        missesATalk(anna);
        onlyOpenTasksHoldIt();
        LocalDate followUp = today.plusDays(1);
        does(Case.COACH, "userTask_contactAuthority", anna, AbsenceAnswers.inquiryUntil(today, followUp));
        does(Case.COACH, "userTask_followUpInquiry", anna, AbsenceAnswers.inquiryShowed("continue"));
        try (OtherSettings ignored = new OtherSettings(
                programmes,
                "samboradet",
                Map.of("absence", new Settings.Absence("outreach", 3, 3, Period.ofDays(14), Period.ofMonths(3))))) {
            starts(
                    Case.COACH,
                    "outreach",
                    everyText("outreach-request", Answers.of("caseNumber", anna, "awaySince", world.today())));
            onlyOpenTasksHoldIt();
            does(Case.COACH, "userTask_seekOut", anna, AbsenceAnswers.soughtOutAndBack());
        }
    }

    private void missesATalk(String anna) {
        does(
                Case.COACH,
                "userTask_holdTalk",
                anna,
                AbsenceAnswers.talkNotHeld("absent", world.today().plusWeeks(1)));
    }

    private void annaMoves(String anna) {
        starts(
                Case.COACH,
                "contact",
                everyText("contact-change", Answers.of("caseNumber", anna, "address", "Stora gatan 2 " + WORD)));
        nothingIsInAProcess();
    }

    private void annaGivesConsentAnew(String anna) {
        starts(
                Case.COACH,
                "renewal",
                everyText(
                        "renewal-consents",
                        ConsentAnswers.consents(anna, world.today().plusYears(2), "soc")));
        onlyOpenTasksHoldIt();
    }

    private void asksForAMeeting(String anna) {
        starts(Case.COACH, "sip", everyText("sip-request", SipAnswers.request(anna)));
        nothingIsInAProcess();
    }

    private void aColleagueIsAsked(String anna) {
        starts(
                Case.COACH,
                "errand",
                everyText(
                        "errand-request",
                        ErrandAnswers.request(anna, "caseworker", world.today().plusDays(1))));
        onlyOpenTasksHoldIt();
        does(CASEWORKER, "userTask_doErrand", anna, ErrandAnswers.notDone());
        onlyOpenTasksHoldIt();
        starts(
                Case.COACH,
                "notice",
                everyText("notice-message", Answers.of("caseNumber", anna, "concerns", "referral")));
        onlyOpenTasksHoldIt();
        does(CASEWORKER, "userTask_read", anna, Answers.of("haveRead", true));
    }

    private void annaIsPromisedHelp(String anna) {
        aColleagueIsAsked(anna);
        asksForAMeeting(anna);
        starts(
                Case.COACH,
                "measure",
                everyText(
                        "measure-promise",
                        MeasureAnswers.promise(anna, world.today().plusDays(3))));
        onlyOpenTasksHoldIt();
    }

    private void annaGetsHelpLate(String anna) {
        LocalDate today = world.today();
        does(Case.LEAD, "userTask_raise", anna, MeasureAnswers.raised());
        does(Case.COACH, "userTask_followUpMeasure", anna, MeasureAnswers.stillWaiting(today, today));
        does(Case.COACH, "userTask_followUpMeasure", anna, MeasureAnswers.done(today));
        does(CASEWORKER, "userTask_invite", anna, SipAnswers.call(today));
        does(Case.COACH, "userTask_document", anna, SipAnswers.doctorAbsent());
        does(CASEWORKER, "userTask_invite", anna, SipAnswers.call(today));
        Map<String, Object> held = SipAnswers.held(today);
        for (int decision : List.of(4, 5, 6, 7, 8, 9, 10, 11, 12)) {
            held.put("decision" + decision + "What", WORD);
            held.put("decision" + decision + "Owner", "other");
            held.put("decision" + decision + "Date", today);
        }
        does(Case.COACH, "userTask_document", anna, held);
        onlyOpenTasksHoldIt();
        does(Case.COACH, "userTask_followUp", anna, SipAnswers.partly(today));

        asksForAMeeting(anna);
        does(CASEWORKER, "userTask_invite", anna, SipAnswers.call(today));
        does(Case.COACH, "userTask_document", anna, SipAnswers.nothingDecided(today));
        starts(Case.COACH, "sip", everyText("sip-request", SipAnswers.networkRequest(anna)));
        does(Case.COACH, "userTask_invite", anna, SipAnswers.networkCall(today));
        does(Case.COACH, "userTask_document", anna, SipAnswers.networkHeld(today));
        onlyOpenTasksHoldIt();
        asksForAMeeting(anna);
        does(CASEWORKER, "userTask_invite", anna, SipAnswers.noMeeting());
        asksForAMeeting(anna);
        does(CASEWORKER, "userTask_invite", anna, SipAnswers.call(today));
        does(Case.COACH, "userTask_document", anna, SipAnswers.givenUp());
        onlyOpenTasksHoldIt();
    }

    private void annaHasAnotherCoachForAWhile(String anna) {
        handsOver(Case.COACH, "coach2", anna);
        handsOver("coach2", Case.COACH, anna);
    }

    private void handsOver(String from, String to, String who) {
        starts(
                Case.LEAD,
                "handover",
                everyText("handover-request", Answers.of("fromUser", from, "why", "participants-wish")));
        onlyOpenTasksHoldIt();
        does(
                Case.LEAD,
                "userTask_select",
                null,
                Answers.of("decision", "hand-over", "toUser", to, "cases", List.of(who), "ceilingReason", WORD));
        onlyOpenTasksHoldIt();
        does(Case.LEAD, "userTask_writeNote", null, Answers.of());
    }

    private void goesOnToAWorkplace(String anna) {
        does(
                Case.COACH,
                "userTask_decideNextStep",
                anna,
                Answers.nextStep("workplace", world.today().plusWeeks(1)));
    }

    private void annaIsAtWorkplaces(String anna) {
        does(Case.CONSULTANT, "userTask_matchWorkplace", anna, Answers.match());
        does(Case.CONSULTANT, "userTask_introduce", anna, Answers.introduction(world.today()));
        does(
                Case.CONSULTANT,
                "userTask_followUpPlacement",
                anna,
                Answers.of("outcome", "moved", "nextDay", world.today().plusDays(1), "nextPlace", WORD));
        does(
                Case.CONSULTANT,
                "userTask_followUpPlacement",
                anna,
                Answers.of(
                        "outcome", "held",
                        "observation", WORD,
                        "placementResult", "ended",
                        "endedOn", world.today(),
                        "endReason", "health",
                        "endNote", WORD,
                        "afterPlacement", "new-match"));
        does(
                Case.CONSULTANT,
                "userTask_matchWorkplace",
                anna,
                Answers.of("matchResult", "no-workplace", "obstacle", WORD));
        goesOnToAWorkplace(anna);
        does(Case.CONSULTANT, "userTask_matchWorkplace", anna, Answers.match());
        does(
                Case.CONSULTANT,
                "userTask_introduce",
                anna,
                Answers.with(
                        Answers.introduction(world.today()),
                        "outcome",
                        "excused",
                        "newDay",
                        world.today().plusDays(1),
                        "newPlace",
                        WORD));
        does(Case.CONSULTANT, "userTask_followUpPlacement", anna, Answers.jobOffered());
        onlyOpenTasksHoldIt();
    }

    private void othersLeaveEarlier() {
        String bo = refers(Answers.with(
                referral(1, "Bo"),
                "hasIdentityNumber",
                "no",
                "identityNumber",
                null,
                "noNumberReason",
                WORD,
                "birthDate",
                LocalDate.of(1980, 1, 1),
                "municipality",
                "0126"));
        does(CASEWORKER, "userTask_correct", bo, Answers.of("withdrawn", true, "withdrawalReason", WORD));

        String dag = refers(referral(2, "Dag"));
        does(MEMBER, "userTask_assess", dag, Answers.admit(Case.COACH));
        does(
                Case.COACH,
                "userTask_summon",
                dag,
                Answers.of("answer", "declined", "notTakenInReason", "other", "recommendation", WORD));

        evaMovesAway();
        starts(
                Case.LEAD,
                "meeting",
                Answers.of("day", world.today().plusDays(1), "time", "09:00", "place", "Samborådets lokaler"));
        world.passes(Period.ofDays(1));
        does(
                Case.LEAD,
                "userTask_minutes",
                null,
                Answers.of("held", "yes", "place", WORD, "authoritiesPresent", List.of("af")));
    }

    private void evaMovesAway() {
        LocalDate today = world.today();
        String eva = refers(referral(3, "Eva"));
        does(MEMBER, "userTask_assess", eva, Answers.admit(Case.COACH));
        does(Case.COACH, "userTask_summon", eva, Answers.summons(today));
        LocalDate newDay = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        does(
                Case.COACH,
                "userTask_holdEnrolment",
                eva,
                Answers.of("outcome", "moved", "note", WORD, "newDay", newDay, "newPlace", WORD));
        does(Case.COACH, "userTask_holdEnrolment", eva, Answers.enrolment(today));
        starts(
                Case.COACH,
                "departure",
                Answers.of("caseNumber", eva, "reason", "deceased", "happenedOn", world.today()));
        starts(Case.COACH, "reopening", Answers.of("caseNumber", eva, "why", WORD));
        nothingIsInAProcess();
        starts(Case.COACH, "interruption", Answers.interruption(eva, "moved"));
        nothingIsInAProcess();
        evaIsProtected(eva);
        leaves(eva, Answers.notMeasured(), Answers.outcome("hindrance", "moved", today));
        theOutcomeIsCorrected(eva, today);
        does(CASEWORKER, "userTask_receiveReferralBack", eva, Answers.receipt());
        does(Case.COACH, "userTask_holdMeeting", eva, Answers.with(Answers.met(today), "accepted", "yes"));
        noUnitTakesOver(eva);
    }

    private void theOutcomeIsCorrected(String who, LocalDate exitOn) {
        String fact = jdbc.sql("select id::text from current_fact where case_number = ? and kind = 'exit-outcome'")
                .param(who)
                .query(String.class)
                .single();
        starts(Case.COACH, "rectification", Answers.of("caseNumber", who));
        does(Case.COACH, "userTask_choose", who, Answers.of("chosen", "whole." + fact));
        does(
                Case.COACH,
                "userTask_correctOutcome",
                who,
                Answers.with(
                        Answers.outcome("hindrance", "other", exitOn),
                        "destination",
                        WORD,
                        "continuationNote",
                        WORD,
                        "action",
                        "correct",
                        "askedBy",
                        "staff",
                        "why",
                        WORD));
    }

    /** Asked beside the real question, for the one field that is shown when no unit at all takes over. */
    private void noUnitTakesOver(String who) {
        String asked = runtime.createProcessInstanceByKey("response")
                .businessKey(who)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", who)
                .execute()
                .getId();
        does(CASEWORKER, "userTask_receiveReferralBack", who, Answers.notReceived());
        does(Case.COACH, "userTask_findReceiver", who, Answers.of("found", "no", "why", WORD));
        runtime.deleteProcessInstance(asked, "the story goes on");
    }

    private void evaIsProtected(String eva) {
        starts(
                Case.COACH,
                "protection",
                Answers.of(
                        "caseNumber", eva, "kind", "protected-registration", "since", world.today(), "handling", WORD));
        nothingIsInAProcess();
    }

    private void annaIsRight(String anna) {
        String plan = jdbc.sql("select id from fact where kind = 'planning-action-plan' and case_number = ?")
                .param(anna)
                .query(String.class)
                .single();
        for (boolean agreed : new boolean[] {true, false}) {
            starts(Case.COACH, "rectification", Answers.of("caseNumber", anna));
            nothingIsInAProcess();
            does(Case.COACH, "userTask_choose", anna, Answers.of("chosen", plan));
            onlyOpenTasksHoldIt();
            does(
                    Case.COACH,
                    "userTask_correct",
                    anna,
                    Answers.with(
                            Answers.of("target", "text.aftercare", "askedBy", "participant", "why", WORD),
                            "action",
                            agreed ? "correct" : "opinion",
                            agreed ? "newText" : "opinion",
                            WORD));
        }
    }

    private void annaIsOriented(String anna) {
        LocalDate today = world.today();
        does(Case.COACH, "userTask_decideNextStep", anna, Answers.nextStep("orientation", today));
        does(Case.COACH, "userTask_planOrientation", anna, OrientationAnswers.plan(today, "study-visit", "job-search"));
        does(
                Case.COACH,
                "userTask_carryOutOrientation",
                anna,
                OrientationAnswers.doneAndBooked(today.plusDays(1), "study-visit"));
        onlyOpenTasksHoldIt();
        does(Case.COACH, "userTask_carryOutOrientation", anna, OrientationAnswers.endedEarly());
    }

    private void leaves(String who, Map<String, Object> measurement, Map<String, Object> outcome) {
        does(Case.COACH, "userTask_measure", who, measurement);
        does(Case.COACH, "userTask_recordOutcome", who, outcome);
        does(Case.COACH, "userTask_writeReferralBack", who, Answers.referralBack());
        does(Case.LEAD, "userTask_approveReferralBack", who, Answers.approve());
    }

    private void careComesFirst(String anna) {
        starts(
                Case.COACH,
                "pause",
                everyText(
                        "pause-period",
                        Answers.with(PauseAnswers.until(anna, world.today().plusDays(1)), "reason", WORD)));
        does(Case.COACH, "userTask_planReturn", anna, Answers.with(PauseAnswers.back(), "note", WORD));
        onlyOpenTasksHoldIt();
    }

    private void orientationRunsBeside(String anna) {
        starts(Case.COACH, "activity", everyText("activity-change", ActivityAnswers.begins(anna, "orientation")));
        does(Case.COACH, "userTask_planOrientation", anna, OrientationAnswers.plan(world.today(), "study-visit"));
        starts(Case.COACH, "activity", everyText("activity-change", ActivityAnswers.ends(anna, "orientation")));
        onlyOpenTasksHoldIt();
    }

    private void annaLeaves(String anna) {
        does(
                Case.COACH,
                "userTask_prepareEnd",
                anna,
                Answers.of(
                        "plannedExit",
                        world.today().plusMonths(1),
                        "moreTime",
                        "yes",
                        "extendedTo",
                        world.today().plusYears(2),
                        "extensionReason",
                        WORD));
        does(Case.COACH, "userTask_decideNextStep", anna, Answers.nextStep("workplace", world.today()));
        orientationRunsBeside(anna);
        careComesFirst(anna);
        does(Case.COACH, "userTask_holdTalk", anna, Answers.lastTalk());
        does(
                Case.COACH,
                "userTask_holdTalk",
                anna,
                Answers.with(
                        Answers.talk(world.today().plusWeeks(2)),
                        "nextTalkPlace",
                        WORD,
                        "undoExit",
                        true,
                        "undoReason",
                        WORD,
                        "note",
                        WORD));
        does(
                Case.COACH,
                "userTask_holdTalk",
                anna,
                Answers.withPromises(Answers.lastTalk(), world.today().plusYears(1)));
        // So is the exit: a year after it is soon.
        LocalDate exit = world.today().minusMonths(11);
        does(Case.COACH, "userTask_measure", anna, Answers.exitMeasurement());
        does(Case.COACH, "userTask_recordOutcome", anna, Answers.outcome("plan-completed", "other-authority", exit));
        does(
                Case.COACH,
                "userTask_writeReferralBack",
                anna,
                Answers.toEach(Answers.referralBack(), "recommendation", WORD));
        does(
                Case.LEAD,
                "userTask_approveReferralBack",
                anna,
                Answers.of("decision", "send-back", "changeRequest", WORD));
        onlyOpenTasksHoldIt();
        does(
                Case.COACH,
                "userTask_writeReferralBack",
                anna,
                Answers.toEach(Answers.referralBack(), "recommendation", WORD));
        does(Case.LEAD, "userTask_approveReferralBack", anna, Answers.approve());
        does(
                CASEWORKER,
                "userTask_receiveReferralBack",
                anna,
                Answers.of(
                        "read",
                        "yes",
                        "programmeUnit",
                        "other",
                        "receivingUnit",
                        WORD,
                        "accepted",
                        "yes",
                        "contact",
                        WORD));
        onlyOpenTasksHoldIt();
        does(Case.COACH, "userTask_holdMeeting", anna, Answers.with(Answers.met(exit), "accepted", "no", "why", WORD));
        onlyOpenTasksHoldIt();
        does(
                Case.COACH,
                "userTask_findReceiver",
                anna,
                Answers.of(
                        "found",
                        "yes",
                        "programmeUnit",
                        "other",
                        "unit",
                        WORD,
                        "contact",
                        WORD,
                        "heldOn",
                        world.today(),
                        "tookPart",
                        WORD));
        onlyOpenTasksHoldIt();
        does(
                CASEWORKER,
                "userTask_answerRecommendations",
                anna,
                Answers.toEach(
                        Answers.toEach(
                                Answers.of(
                                        "answer1", "followed",
                                        "answer2", "partly",
                                        "comment2", WORD,
                                        "answer3", "not-yet",
                                        "comment3", WORD),
                                "answer",
                                "followed"),
                        "comment",
                        WORD));
        does(Case.COACH, "userTask_contact", anna, Answers.contact());
        does(Case.COACH, "userTask_firstFollowUp", anna, Answers.firstFollowUp());
        world.passesTo(exit.plusYears(1));
        onlyOpenTasksHoldIt();
        world.passes(Period.ofMonths(1));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(anna)
                .taskDefinitionKey("userTask_answerRecommendations")
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), Case.LEAD));
        does(
                Case.LEAD,
                "userTask_answerRecommendations",
                anna,
                Answers.toEach(
                        Answers.of(
                                "answer1",
                                "followed",
                                "answer2",
                                "partly",
                                "comment2",
                                WORD,
                                "answer3",
                                "not-yet",
                                "closed",
                                true,
                                "closedWhy",
                                WORD),
                        "answer",
                        "followed"));
        does(
                Case.COACH,
                "userTask_followUpOneYear",
                anna,
                Answers.toEach(
                        Answers.with(Answers.afterOneYear(), "became2", "partly", "became3", "unknown"),
                        "became",
                        "followed"));
    }

    // ---- typing

    private void theLogIsLookedAt(String anna) {
        LocalDate month = world.today().withDayOfMonth(1);
        UUID audit = UUID.randomUUID();
        jdbc.sql("insert into audit values (?, 'samboradet', ?)")
                .params(audit, month)
                .update();
        long view = TestDatabase.superuser("samsteg")
                .sql("""
                        insert into log.access_log (viewed_at, user_id, role, authority, tenant, case_number, what)
                        values (?, 'coach1', 'coach', 'own', 'botkyrka', ?, 'case-file') returning id""")
                .params(
                        world.today()
                                .atStartOfDay(ZoneId.of("Europe/Stockholm"))
                                .toOffsetDateTime(),
                        anna)
                .query(Long.class)
                .single();
        runtime.createMessageCorrelation("audit.coming")
                .setVariable("programme", "samboradet")
                .setVariable("auditId", audit.toString())
                .correlateStartMessage();
        world.passesTo(month.plusMonths(1).plusDays(4));
        does(
                "projektledare1",
                "userTask_review",
                null,
                Answers.of("followUp", List.of(Long.toString(view)), "outcome", "follow-up", "note", WORD));
    }

    /** Eva's exit is answered and followed up, so that no process is about a participant any more. */
    private void evaIsFollowedUp() {
        String eva = jdbc.sql("select max(case_number) from case_file")
                .query(String.class)
                .single();
        does(
                CASEWORKER,
                "userTask_answerRecommendations",
                eva,
                Answers.of("answer1", "followed", "answer2", "followed", "answer3", "followed"));
        // Sittings come every second week for ever, and are about no participant any more.
        runtime.deleteProcessInstances(
                runtime.createProcessInstanceQuery().processDefinitionKey("meeting").list().stream()
                        .map(process -> process.getId())
                        .toList(),
                "the story ends",
                true,
                true);
        world.passes(Period.ofYears(1));
        while (world.openTasks(eva).contains("userTask_contact")) {
            does(Case.COACH, "userTask_contact", eva, Answers.contact());
        }
        does(Case.COACH, "userTask_firstFollowUp", eva, Answers.firstFollowUp());
        does(
                world.ownerOf("userTask_followUpOneYear", eva),
                "userTask_followUpOneYear",
                eva,
                Answers.with(Answers.afterOneYear(), "became2", "partly", "became3", "unknown"));
    }

    private void afterTheYearsThatItIsKeptItIsErased() {
        world.yearsAreSigned(world.today().getYear() - 5, world.today().getYear() + 5);
        UUID retention = UUID.randomUUID();
        jdbc.sql("insert into retention (id, programme, year) values (?, 'samboradet', ?)")
                .params(retention, world.today().getYear() + 5)
                .update();
        runtime.createMessageCorrelation("retention.coming")
                .setVariable("programme", "samboradet")
                .setVariable("retentionId", retention.toString())
                .correlateStartMessage();
        world.passes(Period.ofYears(6));
        world.completes(Case.LEAD, "userTask_reviewFiles", null, Answers.of("hold", List.of(), "confirmed", true));
    }

    /** Changes of coach are about no case, and who took a task is remembered apart from it; both have gone at night long ago. */
    private void theEngineForgetsTheRestInItsOwnTime() {
        history.cleanUpHistoryAsync(true);
        for (int batch = 0; batch < 10; batch++) {
            management.createJobQuery().list().stream()
                    .filter(job -> HistoryCleanupJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    private void does(String user, String task, @Nullable String caseNumber, Map<String, Object> answers) {
        inEveryTaskSomethingIsBegun();
        String form = world.formOf(task, caseNumber);
        world.completes(user, task, caseNumber, naming(form, everyText(form, answers)));
        nothingIsInAProcess();
        theNameIsInThePersonTableOnly();
    }

    private void starts(String user, String process, Map<String, Object> answers) {
        boolean aboutPersons =
                answers.containsKey("caseNumber") || process.equals("samboradet") || process.equals("handover");
        world.starts(user, process, aboutPersons ? naming(startForm(process), answers) : answers);
        theNameIsInThePersonTableOnly();
    }

    /** The form that asks the rest, where the start asks for the case only. */
    private static String startForm(String process) {
        return switch (process) {
            case "samboradet" -> "referral-referral";
            case "contact" -> "contact-change";
            case "renewal" -> "renewal-consents";
            case "measure" -> "measure-promise";
            case "consent" -> "consent-withdrawal";
            case "participation" -> "participation-change";
            case "notice" -> "notice-message";
            case "activity" -> "activity-change";
            case "pause" -> "pause-period";
            case "progress" -> "progress-line";
            default -> process + "-request";
        };
    }

    /** The answers with the name in each text, where identities are protected. */
    private Map<String, Object> naming(String form, Map<String, Object> answers) {
        if (named == null || ABOUT_NO_PERSON.stream().anyMatch(field -> field.startsWith(form + " "))) {
            return answers;
        }
        Map<String, Object> naming = new LinkedHashMap<>(answers);
        texts(form(form), true).stream()
                .filter(key -> !NO_WORDS.contains(form + " " + key) && naming.get(key) instanceof String)
                .filter(key -> !key.equals("lastName"))
                .forEach(key -> {
                    naming.put(key, NAME + " sade " + naming.get(key));
                    named.add(form + " " + key);
                });
        if (form.equals("referral-referral")) {
            named.add(form + " lastName");
        }
        return naming;
    }

    private void theNameIsInThePersonTableOnly() {
        if (named != null) {
            assertThat(Tables.holding(jdbc, NAME)).containsExactly("person");
        }
    }

    private void inEveryTaskSomethingIsBegun() {
        if (byHand) {
            return; // it would stand in the form
        }
        jdbc.sql("""
                        insert into draft (task, case_number, holder, form, form_version, saved_at, content)
                        select t.id_, c.case_number, coalesce(assignee_, 'coach1'), 'form', 'version', now(),
                          jsonb_build_object('note', :word)
                        from act_ru_task t left join act_ru_execution e on e.id_ = t.proc_inst_id_
                        left join case_file c on c.case_number = e.business_key_
                        on conflict do nothing""").param("word", WORD).update();
    }

    /** The answers, and the word in every text field that is left and always shows. */
    private static Map<String, Object> everyText(String form, Map<String, Object> answers) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        texts(form(form), false).stream()
                .filter(key -> !NO_WORDS.contains(form + " " + key))
                .forEach(key -> all.putIfAbsent(key, WORD));
        return all;
    }

    private static JsonNode form(String id) {
        try {
            return new ObjectMapper().readTree(FormFiles.json(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of the text fields that can be typed into. */
    private static List<String> texts(JsonNode parent, boolean alsoThoseThatMayBeHidden) {
        List<String> keys = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (component.has("conditional") && !alsoThoseThatMayBeHidden) {
                continue;
            }
            keys.addAll(texts(component, alsoThoseThatMayBeHidden));
            if (component.path("type").asText().startsWith("text")
                    && component.has("key")
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()) {
                keys.add(component.path("key").asText());
            }
        }
        return keys;
    }

    /** Every text field of every form, such as {@code coaching-talk note}. */
    private static Set<String> textFields() {
        Set<String> fields = new TreeSet<>();
        FormFiles.all().forEach(form -> texts(form(form), true).forEach(key -> fields.add(form + " " + key)));
        fields.removeAll(NO_WORDS);
        fields.removeIf(field -> ELSEWHERE.stream().anyMatch(field::startsWith));
        return fields;
    }

    /** Who the participant is stands in the person's record instead of the fact. */
    private Set<String> typedInto() {
        return new TreeSet<>(
                jdbc.sql("""
                        select distinct kind || ' ' || field.key from fact, jsonb_each_text(content) as field
                        where field.value like '%' || :trace || '%'
                          and (kind, field.key) <> ('workplace-match', 'employer') -- chosen, by the name that was typed
                        union
                        select 'referral-referral ' || field.key from person,
                        lateral (values ('firstName', first_name), ('lastName', last_name), ('contact', contact),
                          ('address', address)) as field (key, value)
                        where field.value like '%' || :trace || '%'
                        union
                        select 'contact-change ' || case field when 'contact' then 'otherWay' else field end from person_trail
                        where old_value like '%' || :trace || '%'
                        union
                        select 'rectification-outcome ' || field.key from fact, jsonb_each_text(content) as field
                        where corrects is not null and kind = 'exit-outcome' and field.value like '%' || :trace || '%'
                        union
                        select 'rectification-correction newText' from fact
                        where corrects is not null and content ->> 'aftercare' like 'Ord %' || :trace || '%'
                        """).param("trace", TRACE).query(String.class).list());
    }

    // ---- looking

    private List<String> rememberedWithoutAProcess() {
        return jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_name like 'act\\_hi\\_%' and column_name = 'proc_inst_id_'
                        """).query(String.class).list().stream()
                .filter(table -> jdbc.sql("select count(*) from " + table + " where proc_inst_id_ is not null"
                                        + " and proc_inst_id_ not in (select id_ from act_hi_procinst)")
                                .query(Integer.class)
                                .single()
                        > 0)
                .toList();
    }

    /** A variable that holds the word belongs to an open task and goes with it. */
    private void nothingIsInAProcess() {
        assertThat(jdbc.sql("""
                        select v.name_ from act_ru_variable v left join act_ge_bytearray b on b.id_ = v.bytearray_id_
                        where (v.text_ like '%' || :trace || '%' or v.text2_ like '%' || :trace || '%'
                          or position(convert_to(:trace, 'UTF8') in b.bytes_) > 0)
                        and (v.execution_id_ = v.proc_inst_id_
                          or not exists (select from act_ru_task t where t.execution_id_ = v.execution_id_))
                          """).param("trace", TRACE).query(String.class).list())
                .as("variables of a process that hold the word")
                .isEmpty();
        assertThat(jdbc.sql("select task from draft where task not in (select id_ from act_ru_task)")
                        .query(String.class)
                        .list())
                .as("drafts of tasks that are over")
                .isEmpty();
    }

    /** Neither names nor what was typed are in history or in the list of tasks, also while they show in a task. */
    private void onlyOpenTasksHoldIt() {
        nothingIsInAProcess();
        assertThat(Tables.holding(jdbc, TRACE).stream().filter(table -> table.startsWith("act_")))
                .contains("act_ru_variable") // where an open task shows the name
                .isSubsetOf("act_ru_variable", "act_ge_bytearray");
        assertThat(jdbc.sql("""
                        select name_ from act_ge_bytearray b where position(convert_to(?, 'UTF8') in b.bytes_) > 0
                        and not exists (select from act_ru_variable v where v.bytearray_id_ = b.id_)
                        """).param(TRACE).query(String.class).list())
                .as("bytes with the word that are no variable")
                .isEmpty();
    }
}
