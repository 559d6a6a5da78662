package se.samsteg.journey;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** A course of theory, training without an end and a weekly meeting, each with its own place, weekday and time. */
@SamstegTest
class GroupSeriesJourneyTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 12);

    private static final Settings.Group COURSE = new Settings.Group(
            "halsogrupp",
            "Må bra-kurs",
            List.of(
                    new Settings.Series("Teori", "Simhallen", List.of(TUESDAY), LocalTime.of(8, 0), 3, 1, 90),
                    new Settings.Series("Träning", "Gymmet", List.of(THURSDAY), LocalTime.of(8, 15), null, 1, 60),
                    new Settings.Series("Veckomöte", null, null, null, 2, 1, 45)),
            12,
            15,
            Settings.Attendance.INTERNAL,
            16,
            List.of("woman"),
            List.of("sömn"));

    private static final Settings.Group TRAINING = new Settings.Group(
            "aktivitetsgrupp",
            "Träningsgrupp",
            List.of(new Settings.Series("Träning", null, null, null, null, 2, 60)),
            12,
            15,
            Settings.Attendance.OFF,
            null,
            List.of("woman"),
            List.of("styrka"));

    private final List<String> people = IdentityNumbers.some(1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    private OtherGroups course;
    private Case anna;
    private String group = "";

    @BeforeEach
    void annaWaitsForACourse() {
        world.begin(LocalDate.of(2027, 2, 1));
        course = new OtherGroups(programmes, "samboradet", List.of(COURSE, TRAINING));
        anna = Case.referred(world, jdbc, "handlaggare.soc", Answers.referral(people.get(0), world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.with(
                        Answers.planWithAGroup(world.today(), "halsogrupp"),
                        "unable1Series",
                        "Träning",
                        "unable1Instead",
                        "Promenader"))
                .assessed();
    }

    @AfterEach
    void theProgrammeAsItIs() {
        course.close();
    }

    private Map<String, Object> plan() {
        return Answers.with(Answers.group("halsogrupp", MONDAY, List.of("monday")), "maximum", 15);
    }

    private List<String> planned() {
        return jdbc.sql("""
                        select series || ' ' || day from group_session where group_number = ? and state = 'planned'
                        order by day""").param(group).query(String.class).list();
    }

    private String heading() {
        return String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "heading"));
    }

    private void record(Map<String, Object> answers) {
        world.completes(LEADER, "userTask_recordSession", group, answers);
    }

    /** Lets time go to the next planned session. */
    private void next() {
        world.passesTo(jdbc.sql("select min(day) from group_session where group_number = ? and state = 'planned'")
                .param(group)
                .query(LocalDate.class)
                .single());
    }

    @Test
    void eachSeriesMeetsInItsOwnPlaceAndTheTrainingGoesOnUntilItIsEnded() {
        assertThatThrownBy(() -> world.starts(LEADER, "group", Answers.with(plan(), "maximum", 16)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("grupptypen tar högst 15");
        world.starts(LEADER, "group", plan());
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        assertThat(planned())
                .containsExactly(
                        "Veckomöte 2027-04-12",
                        "Teori 2027-04-13",
                        "Träning 2027-04-15",
                        "Veckomöte 2027-04-19",
                        "Teori 2027-04-20",
                        "Teori 2027-04-27");
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));

        next();
        assertThat(heading()).contains("Veckomöte, träff 1 av 2, måndag 12 april 2027 kl. 08.30–09.15, Folkets hus");
        record(Answers.sessionHeld("took-part"));
        next();
        assertThat(heading()).endsWith("Teori, träff 1 av 3, tisdag 13 april 2027 kl. 08.00–09.30, Simhallen");
        aSeriesGetsMoreSessions();
        record(Answers.sessionHeld("took-part"));
        next();
        assertThat(heading()).endsWith("Träning, träff 1, torsdag 15 april 2027 kl. 08.15–09.15, Gymmet");
        theTrainingIsFollowedByTheNext();
        world.starts(LEADER, "regrouping", Answers.regrouping(group, "close-series"));
        assertThatThrownBy(() -> world.starts(LEADER, "regrouping", Answers.regrouping(group, "close-series")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("sista träff är redan bestämd");

        while (!planned().isEmpty()) {
            next();
            record(Answers.sessionHeld("took-part"));
        }
        assertThat(world.today()).isEqualTo(LocalDate.of(2027, 5, 4));
        assertThat(world.openTasks(group)).containsExactly("userTask_evaluateGroup");
        anna.isAt("userTask_decideNextStep", "userTask_holdTalk");
    }

    private void aSeriesGetsMoreSessions() {
        Map<String, Object> more = Answers.with(
                Answers.regrouping(group, "prolong"), "sessions", 1, "firstDay", LocalDate.of(2027, 4, 28));
        assertThatThrownBy(() -> world.starts(LEADER, "regrouping", more))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Serie: ange en av gruppens serier: Teori, Träning, Veckomöte.");
        assertThatThrownBy(() -> world.starts(LEADER, "regrouping", Answers.with(more, "series", "Träning")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Serie: den har inget slut");
        world.starts(LEADER, "regrouping", Answers.with(more, "series", "Teori"));
        assertThat(heading()).contains("träff 1 av 4");
        assertThat(planned()).contains("Teori 2027-05-04");
    }

    private void theTrainingIsFollowedByTheNext() {
        record(Answers.with(Answers.sessionHeld("took-part"), "needs", List.of(anna.caseNumber)));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_meetNeed", anna.caseNumber, "raised")))
                .contains("torsdag 15 april 2027");
        anna.does(Case.COACH, "userTask_meetNeed", Answers.individualNeed());
        assertThat(planned()).contains("Träning 2027-04-22");
        next();
        record(Answers.sessionHeld("took-part"));
        next();
        record(Answers.sessionHeld("took-part"));
        next();
        record(Answers.sessionMoved(LocalDate.of(2027, 4, 23)));
        assertThat(planned()).contains("Träning 2027-04-23").doesNotContain("Träning 2027-04-29");
        next();
        record(Answers.sessionHeld("absent"));
        assertThat(planned()).contains("Träning 2027-04-29");
    }

    @Test
    void theLeadIsToldOfAGroupWithoutAGroupCoach() {
        world.starts(LEADER, "group", plan());
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.passesTo(MONDAY.plusDays(6));
        assertThat(world.openTasks(group)).containsExactly("userTask_staffGroup");
        world.passesTo(MONDAY.plusWeeks(1));
        assertThat(world.openTasks(group)).containsExactlyInAnyOrder("userTask_staffGroup", "userTask_handleAlert");

        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of()));
        assertThat(world.openTasks(group)).doesNotContain("userTask_handleAlert");
    }

    private void staffed() {
        world.starts(LEADER, "group", plan());
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        next();
    }

    private String onRoll() {
        return String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "onRoll"));
    }

    private Map<String, Object> change(String change, String series) {
        return Answers.with(Answers.participation(anna.caseNumber, change), "series", series);
    }

    @Test
    void theGroupCoachSeesWhatIsOfferedInsteadOfASeriesAndItsChanges() {
        world.starts(LEADER, "group", plan());
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        assertThat(String.valueOf(world.shown(LEADER, "userTask_staffGroup", group, "waiting")))
                .contains("i stället för Träning: Promenader");
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        next();
        assertThat(onRoll()).contains("i stället för Träning: Promenader");

        assertThatThrownBy(() -> world.starts(
                        LEADER, "participation", Answers.with(change("adapt", "Sång"), "instead", "Lyssnar")))
                .isInstanceOf(Refused.class)
                .hasMessage("Serie: ange en av gruppens serier: Teori, Träning, Veckomöte.");
        world.starts(LEADER, "participation", Answers.with(change("adapt", "teori "), "instead", "Läser hemma"));
        assertThat(onRoll()).contains("i stället för Träning: Promenader; i stället för Teori: Läser hemma");
        world.ticks();
        world.starts(Case.COACH, "participation", Answers.with(change("adapt", "Träning"), "instead", "Vattengympa"));
        world.ticks();
        world.starts(Case.COACH, "participation", change("resume", "Teori"));
        assertThat(onRoll()).contains("i stället för Träning: Vattengympa").doesNotContain("Teori", "Promenader");
        world.ticks();
        world.starts(Case.COACH, "participation", change("resume", "Träning"));
        assertThat(onRoll()).doesNotContain("i stället");
        assertThat(world.endsOf("participation")).containsExactly("endEvent_corrected");
    }

    @Test
    void aCourseBeginsACohortThatItsLeaderReads() {
        staffed();
        assertThat(jdbc.sql("select group_number || ' ' || from_month || ' ' || to_month from cohort")
                        .query(String.class)
                        .list())
                .containsExactly(group + " 2027-04-01 2028-07-01");
        world.starts(LEADER, "regrouping", Answers.regrouping(group, "close-series"));
        while (!planned().isEmpty()) {
            record(Answers.sessionHeld("took-part"));
            if (!planned().isEmpty()) {
                next();
            }
        }
        assertThat(String.valueOf(world.shown(LEADER, "userTask_evaluateGroup", group, "heading")))
                .endsWith("kohort april 2027 till juli 2028");
    }

    @Test
    void aParticipantOfTheCourseGoesOnInATrainingThatRunsWithoutAWait() {
        staffed();
        world.starts(
                LEADER,
                "group",
                Answers.with(Answers.group("aktivitetsgrupp", world.today(), List.of("friday")), "maximum", 15));
        String training = jdbc.sql("select number from programme_group where type = 'aktivitetsgrupp'")
                .query(String.class)
                .single();
        world.completes(LEADER, "userTask_staffGroup", training, Answers.of("participants", List.of()));

        world.starts(Case.COACH, "participation", Answers.participation(anna.caseNumber, "leave-group"));
        anna.does(
                Case.COACH,
                "userTask_decideNextStep",
                Answers.with(
                        Answers.nextStep("prerehab", world.today().plusWeeks(1)), "wantedGroup", "aktivitetsgrupp"));
        world.starts(Case.COACH, "participation", Answers.participation(anna.caseNumber, "join", training));
        assertThat(jdbc.sql("select group_number from group_place where case_number = ? and left_on is null")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo(training);
        world.passesTo(LocalDate.of(2027, 4, 16));
        assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", training, "onRoll")))
                .isEqualTo("[]");
        world.completes(LEADER, "userTask_recordSession", training, Answers.sessionHeld());
        assertThat(jdbc.sql("select count(*) from roll_call where group_number = ?")
                        .param(training)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
