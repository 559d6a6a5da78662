package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.AppointmentRecorded;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.coaching.TalkRecorded;
import se.samsteg.form.Refused;
import se.samsteg.group.SessionRecorded;
import se.samsteg.journey.World;
import se.samsteg.programme.Programme;

/** What counts and what follows, with the real tables and processes. */
@SamstegTest
class AbsenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    Absence absence;

    @Autowired
    Count count;

    @Autowired
    NoShows noShows;

    @Autowired
    CasePhase casefile;

    @Autowired
    Programme programme;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber = "";

    @BeforeEach
    void anEnrolledCase() {
        world.begin(MONDAY);
        caseNumber = cases.open("coach1", MONDAY.minusMonths(1));
    }

    @AfterEach
    void timeGoesOn() {
        world.begin(MONDAY);
        ClockUtil.reset();
    }

    private void talk(String outcome) {
        talk(outcome, null);
    }

    private void talk(String outcome, @Nullable Boolean beginExit) {
        cases.has(caseNumber, "coaching-talk", new Count.Talk(outcome, null, beginExit));
        inTransaction(() -> count.on(new TalkRecorded(caseNumber)));
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 1_000));
        world.settles();
    }

    private void session(String attendance) {
        inTransaction(() -> count.on(new SessionRecorded(world.today(), Map.of(caseNumber, attendance))));
        world.settles();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void visited(boolean valid) {
        visit("met", valid);
    }

    private void visit(String result, boolean valid) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("visitedOn", world.today(), "result", result, "note", "Ny tid"));
        if (valid) {
            answers.putAll(Map.of("validReason", true, "reason", "Låg på sjukhus"));
        }
        world.completes("coach1", "userTask_visitHome", caseNumber, answers);
    }

    private void contacted(String decision) {
        Map<String, Object> answers = new HashMap<>(
                Map.of("talkedTo", "Kim", "contactedOn", world.today(), "said", "Vi hjälps åt", "decision", decision));
        if (decision.equals("inquiry")) {
            answers.put("followUpOn", world.today().plusWeeks(2));
        }
        world.completes("coach1", "userTask_contactAuthority", caseNumber, answers);
    }

    private String shown(String task) {
        return String.valueOf(world.shown("coach1", task, caseNumber, "noShows"));
    }

    /** Its model calls the method by name after the step that has published the event. */
    @Test
    void aNoShowOfACaseOfAnEarlierModelCountsOnce() {
        talk("absent");
        inTransaction(() -> absence.talkRecorded(caseNumber));
        session("absent");
        inTransaction(() -> absence.sessionRecorded(programme.morning(world.today()), Map.of(caseNumber, "absent")));
        assertThat(noShows.counting(caseNumber)).hasSize(2);
    }

    @Test
    void talksAndSessionsCountTogetherAndNothingElseDoes() {
        talk("excused");
        session("excused");
        talk("moved");
        talk("held");
        session("took-part");
        session("present");
        assertThat(noShows.counting(caseNumber)).isEmpty();
        assertThat(world.openTasks(caseNumber)).isEmpty();

        talk("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_visitHome");
        world.passesTo(MONDAY.plusWeeks(1));
        session("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_visitHome");
        talk("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_contactAuthority", "userTask_visitHome");
        assertThat(shown("userTask_contactAuthority")).isEqualTo("""
                        3 uteblivanden sedan 2027-03-01: 2027-03-01 coachsamtal, 2027-03-08 gruppträff, 2027-03-08 coachsamtal.
                        Räkningen har inte börjat om tidigare.""");
        assertThat(world.shown("coach1", "userTask_contactAuthority", caseNumber, "authority"))
                .isEqualTo("Försäkringskassan");
    }

    private void appointment(Meeting meeting, boolean came) {
        inTransaction(() -> count.on(new AppointmentRecorded(caseNumber, meeting, world.today(), came)));
        world.settles();
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherAgreedMeetingCountsToo(Meeting meeting) {
        appointment(meeting, true);
        assertThat(noShows.counting(caseNumber)).isEmpty();
        appointment(meeting, false);
        appointment(meeting, false);
        talk("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_contactAuthority", "userTask_visitHome");
        String words = Missed.of(meeting.code()).words();
        assertThat(shown("userTask_contactAuthority"))
                .startsWith("3 uteblivanden sedan 2027-03-01: 2027-03-01 %s, 2027-03-01 %s, 2027-03-01 coachsamtal."
                        .formatted(words, words));
    }

    @Test
    void anAgreedHomeVisitThatIsMissedCountsButIsNoNewFirstTime() {
        talk("absent");
        visit("absent", false);
        assertThat(noShows.counting(caseNumber))
                .extracting(NoShows.Counting::meeting)
                .containsExactly("talk", "home-visit");
        assertThat(world.openTasks(caseNumber)).isEmpty();
        talk("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_contactAuthority");
    }

    @Test
    void anAgreedHomeVisitThatIsMissedIsTheFirstTimeWhereTheOtherWasExcused() {
        talk("absent");
        visit("absent", true);
        assertThat(noShows.counting(caseNumber))
                .extracting(NoShows.Counting::meeting)
                .containsExactly("home-visit");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_visitHome");
    }

    @Test
    void aParticipantWhoComesToAnyMeetingIsSoughtNoMore() {
        sought();
        appointment(Meeting.SIP, true);
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(world.endsOf("outreach")).containsExactly("endEvent_returned");
    }

    @Test
    void theCoachHasThreeWorkingDaysForTheVisit() {
        world.passesTo(LocalDate.of(2027, 3, 24));
        talk("absent"); // before Easter: 25, 30 and 31 March are working days
        assertThat(mail("Gör hembesök")).isEqualTo(1);
        assertThat(jdbc.sql("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_visitHome'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2027, 3, 31));
    }

    private long mail(String subject) {
        return world.mailTo("coach1").stream()
                .filter(letter -> letter.startsWith(subject))
                .count();
    }

    @Test
    void aValidReasonTakesTheNoShowOutOfTheCount() {
        talk("absent");
        visited(true);
        assertThat(noShows.counting(caseNumber)).isEmpty();
        assertThat(explained()).containsExactly("valid-reason absence-home-visit");
        talk("absent");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_visitHome");
        visited(false);
        assertThat(noShows.counting(caseNumber)).hasSize(1);
    }

    /** Settlements with the kind of the fact that explains each. */
    private List<String> explained() {
        return jdbc.sql("""
                        select settlement || ' ' || coalesce(kind, '-') from no_show left join fact on fact.id = settled_by
                        where settlement is not null order by no_show.recorded_at, no_show.id
                        """).query(String.class).list();
    }

    @Test
    void manyNoShowsNeverOpenTwoOfAKind() {
        for (int n = 0; n < 7; n++) {
            talk("absent");
        }
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_contactAuthority", "userTask_visitHome");
        contacted("inquiry");
        assertThat(noShows.counting(caseNumber)).isEmpty();
        assertThat(explained()).hasSize(7).containsOnly("inquiry absence-contact");
        for (int n = 0; n < 4; n++) {
            talk("absent");
        }
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_followUpInquiry", "userTask_visitHome");
        world.completes(
                "coach1",
                "userTask_followUpInquiry",
                caseNumber,
                Map.of("result", "Det ordnar sig", "decision", "continue"));
        assertThat(noShows.counting(caseNumber)).isEmpty();
        assertThat(shown("userTask_visitHome")).contains("1 uteblivande sedan"); // as it was when it was opened
        visited(false);
        talk("absent");
        assertThat(shown("userTask_visitHome")).isEqualTo("""
                        1 uteblivande sedan 2027-03-01: 2027-03-01 coachsamtal.
                        Räkningen började om 2027-03-01, när det bestämdes att deltagandet fortsätter.""");
    }

    @Test
    void anAbsenceDuringTheExitLeadsToAVisitButNotToTheAuthority() {
        runtime.createProcessInstanceByKey("exit")
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .execute();
        for (int n = 0; n < 3; n++) {
            session("absent");
        }
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_measure", "userTask_visitHome");
        assertThat(noShows.counting(caseNumber)).hasSize(3);
    }

    @Test
    void aMissedTalkThatEndsInTheDecisionToExitIsNoNoShow() {
        talk("absent", true);
        assertThat(world.openTasks(caseNumber)).isEmpty();
    }

    @Test
    void aClosedCaseLeavesNothingOpen() {
        for (int n = 0; n < 3; n++) {
            talk("absent");
        }
        inTransaction(() -> casefile.close(caseNumber, MONDAY));
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(world.endsOf("absence")).contains("endEvent_caseClosed");
    }

    @Test
    void aVisitWithoutTheReasonIsRefusedAndStaysOpen() {
        talk("absent");
        assertThatThrownBy(() -> world.completes(
                        "coach1",
                        "userTask_visitHome",
                        caseNumber,
                        Map.of("visitedOn", world.today(), "result", "met", "note", "Ny tid", "validReason", true)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Vilket skäl?: ");
        assertThat(noShows.counting(caseNumber)).hasSize(1);
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_visitHome");
    }

    // ---- outreach, which no programme here chooses yet

    private void sought() {
        runtime.createMessageCorrelation("participant.stayedAway")
                .processInstanceBusinessKey(caseNumber)
                .setVariables(Map.of("caseNumber", caseNumber, "response", "outreach"))
                .correlateStartMessage();
        noShows.add(caseNumber, Missed.SESSION, world.today());
    }

    @Test
    void outreachRepeatsEveryFortnightUntilARollCallSaysBack() {
        sought();
        world.completes(
                "coach1", "userTask_seekOut", caseNumber, Map.of("contactBy", "sms", "reached", "no", "back", false));
        assertThat(world.openTasks(caseNumber)).isEmpty();
        world.passesTo(MONDAY.plusDays(13));
        assertThat(world.openTasks(caseNumber)).isEmpty();
        world.passesTo(MONDAY.plusDays(14));
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_seekOut");
        world.passesTo(MONDAY.plusMonths(3));
        world.passesTo(MONDAY.plusMonths(7));
        assertThat(world.mailTo("handlaggare.fk")).hasSize(1).first().asString().startsWith("Lång frånvaro, ärende");

        session("excused");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_seekOut");
        session("present");
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(explained()).containsExactly("returned -");
    }

    @Test
    void aTalkThatIsHeldEndsTheSearch() {
        sought();
        talk("held");
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(explained()).containsExactly("returned coaching-talk");
    }

    // ---- at once

    @Test
    void ofNoShowsThatAreRecordedAtOnceOnlyOneIsTheFirst() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> all = new java.util.ArrayList<>();
            for (int n = 0; n < 3; n++) {
                all.add(pool.submit(() -> {
                    new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        // As a real completion does, which refers to the case before it comes to the count.
                        cases.has(caseNumber, "coaching-talk", new Count.Talk("absent", null, null));
                        await(together);
                        count.on(new TalkRecorded(caseNumber));
                    });
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(noShows.counting(caseNumber)).hasSize(3);
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_contactAuthority", "userTask_visitHome");
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
