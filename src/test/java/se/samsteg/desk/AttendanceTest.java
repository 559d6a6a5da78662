package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** How much of a participant's attendance in groups each reader of the case sees. */
@SamstegTest
class AttendanceTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final String COACH = "coach1";
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String FEBRUARY = "med på 1 av 2 registrerade träffar, giltig frånvaro 0, uteblev 1";
    private static final String MARCH = "med på 1 av 1 registrerade träffar, giltig frånvaro 0, uteblev 0";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Consents consents;

    @Autowired
    Programmes programmes;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private String anna = "";
    private OtherGroups groups;

    private record Referral(String reason, boolean wantsAttendance) {}

    private record Wish(String reason, String wantsAttendance) {}

    @BeforeEach
    void annaComesToSomeSessions() {
        world.begin(MONDAY);
        keeping(Settings.Attendance.SHARED);
        anna = enrolled.open(COACH, MONDAY.minusMonths(2));
        String bo = enrolled.open(COACH, MONDAY.minusMonths(2));
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, first_day, planned, maximum)
                        values ('G-2027-900', 'samboradet', 'halsogrupp', false, 'gruppcoach1', :day, 10, 12)""").param("day", LocalDate.of(2027, 2, 1)).update();
        place(anna, 1);
        place(bo, 2);
        session(1, LocalDate.of(2027, 2, 1), "took-part", "absent", bo);
        session(2, LocalDate.of(2027, 2, 8), "absent", "excused", bo);
        session(3, LocalDate.of(2027, 3, 1), "present", "excused", bo);
    }

    private void keeping(Settings.Attendance attendance) {
        Settings.Group own = programmes.get("samboradet").group("halsogrupp");
        groups = new OtherGroups(
                programmes,
                "samboradet",
                List.of(new Settings.Group(
                        own.type(),
                        own.name(),
                        own.series(),
                        own.planned(),
                        own.maximum(),
                        attendance,
                        null,
                        own.womenOnlyAdmits(),
                        own.themes())));
    }

    @AfterEach
    void theProgrammeAsItIs() {
        groups.close();
    }

    private void place(String caseNumber, int seat) {
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                        values (?, ?, 'samboradet', 'halsogrupp', '2027-01-04 09:00+01', 'G-2027-900', ?, '2027-01-25')""").params(UUID.randomUUID(), caseNumber, seat).update();
    }

    private void session(int number, LocalDate day, String annas, String bos, String bo) {
        jdbc.sql("""
                        insert into group_session (group_number, number, series, slot, day, state, themes)
                        values ('G-2027-900', ?, 'Träff', ?, ?, 'held', 'sömn')""").params(number, number, day).update();
        jdbc.sql("insert into roll_call values ('G-2027-900', ?, ?, ?), ('G-2027-900', ?, ?, ?)")
                .params(number, anna, annas, number, bo, bos)
                .update();
    }

    private void theReferralAsksForIt() {
        enrolled.has(anna, "referral-referral", new Referral("Behöver stöd", true));
    }

    /** What a user reads in the tab Akten of a task of Anna's. */
    private String akten(String user) throws IOException, InterruptedException {
        world.starts(
                COACH,
                "errand",
                Map.of(
                        "caseNumber",
                        anna,
                        "receiver",
                        "coach",
                        "what",
                        "Se efter",
                        "doOn",
                        MONDAY.plusDays(3).toString()));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(anna)
                .taskDefinitionKey("userTask_doErrand")
                .list()
                .get(0)
                .getId();
        tasks.setAssignee(task, user);
        HttpResponse<byte[]> answer = new Visit(port).logIn(user).get("camunda/api/samsteg/case?taskId=" + task);
        assertThat(answer.statusCode()).isEqualTo(200);
        return text(answer);
    }

    @Test
    void theCoachReadsEachMonthWhetherItIsSharedOrNot() throws Exception {
        assertThat(akten(COACH))
                .contains("Närvaro i grupp", "februari 2027", FEBRUARY, "mars 2027", MARCH, "Hälsogrupp G-2027-900");
    }

    @Test
    void theCaseworkerReadsTheSumsOfOwnParticipantsWhereReferralAndConsentSaySo() throws Exception {
        theReferralAsksForIt();
        assertThat(akten(CASEWORKER))
                .contains("Närvaro i grupp", FEBRUARY, MARCH)
                .doesNotContain("sömn", "giltig frånvaro 1");
    }

    @Test
    void anAnswerInWordsIsAWishToo() throws Exception {
        enrolled.has(anna, "referral-referral", new Wish("Behöver stöd", "yes"));
        assertThat(akten(CASEWORKER)).contains(FEBRUARY);
        world.ticks();
        enrolled.has(anna, "referral-correction", new Wish("Behöver stöd", "no"));
        assertThat(akten(CASEWORKER)).doesNotContain("Närvaro i grupp");
    }

    @Test
    void withoutTheWishOfTheReferralNothingIsShared() throws Exception {
        enrolled.has(anna, "referral-referral", new Referral("Behöver stöd", false));
        assertThat(akten(CASEWORKER)).doesNotContain("Närvaro", "registrerade träffar");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "INTERNAL"})
    void inAGroupTypeThatDoesNotShareNothingIsShared(Settings.Attendance attendance) throws Exception {
        groups.close();
        keeping(attendance);
        theReferralAsksForIt();
        assertThat(akten(CASEWORKER)).doesNotContain("Närvaro", "registrerade träffar");
    }

    @Test
    void aConsentThatIsTakenBackEndsItAtOnce() throws Exception {
        theReferralAsksForIt();
        assertThat(akten(CASEWORKER)).contains(FEBRUARY);
        consents.withdraw(anna, List.of("fk"), List.of("attendance"));
        assertThat(akten(CASEWORKER)).contains("Behöver stöd").doesNotContain("Närvaro", "registrerade träffar");
        assertThat(akten(COACH)).contains(FEBRUARY);
    }

    @Test
    void aCaseworkerOfAnotherAuthorityHasNoCaseToRead() throws Exception {
        theReferralAsksForIt();
        akten(COACH);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(anna)
                .taskDefinitionKey("userTask_doErrand")
                .list()
                .get(0)
                .getId();
        HttpResponse<byte[]> answer =
                new Visit(port).logIn("handlaggare.af").get("camunda/api/samsteg/case?taskId=" + task);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).doesNotContain("registrerade träffar");
    }
}
