package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;
import se.samsteg.reminder.PlannedMornings;

/** Anna is operated on: care comes first, her place is kept, and her coach meets her less often until she is back. */
@SamstegTest
class PauseJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 5);
    private static final LocalDate LAST_DAY = MONDAY.plusDays(84);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    private Case anna;

    @BeforeEach
    void annaIsAtAWorkplace() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
    }

    private void careComesFirst() {
        world.starts(Case.COACH, "pause", PauseAnswers.until(anna.caseNumber, LAST_DAY));
    }

    private LocalDate noContactTold() {
        return told("timer_noContact");
    }

    /** When a timer tells the lead. */
    private LocalDate told(String timer) {
        return jdbc.sql("""
                        select j.duedate_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        where d.act_id_ = ? and e.business_key_ = ?""")
                .params(timer, anna.caseNumber)
                .query((row, n) -> row.getTimestamp(1).toLocalDateTime().toLocalDate())
                .single();
    }

    @Test
    void thePlaceIsKeptAndTheReturnIsPlannedBeforeTheLastDay() {
        careComesFirst();
        assertThat(noContactTold()).isEqualTo(MONDAY.plusDays(60));
        anna.does(Case.COACH, "userTask_holdTalk", AbsenceAnswers.talkNotHeld("excused", MONDAY.plusWeeks(4)));
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "pauseState"))
                .isEqualTo("Vårdpaus till och med " + LAST_DAY + ". Samtal hålls minst var 4:e vecka.");
        world.passesTo(LAST_DAY.minusDays(8));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_planReturn");
        world.passesTo(LAST_DAY.minusDays(7));
        anna.isAt("userTask_planReturn");
        assertThat(world.shown(Case.COACH, "userTask_planReturn", anna.caseNumber, "paused"))
                .asString()
                .contains(LAST_DAY.toString(), Answers.MARKER);

        LocalDate later = LAST_DAY.plusDays(28);
        anna.does(Case.COACH, "userTask_planReturn", PauseAnswers.prolonged(later));
        world.passesTo(later.minusDays(7));
        anna.does(Case.COACH, "userTask_planReturn", PauseAnswers.back());
        assertThat(world.endsOf("pause")).containsExactly("endEvent_returned");
        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_holdTalk", "userTask_matchWorkplace");
        assertThat(jdbc.sql("select count(*) from place where case_number = ? and freed_on is null")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void returnIsPlannedFrom(LocalDate day) {
        world.passesTo(day.minusDays(1));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_planReturn");
        world.passesTo(day);
        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_planReturn");
    }

    @Test
    void aPauseIsProlongedAtAnyTime() {
        careComesFirst();
        LocalDate later = LAST_DAY.plusDays(28);
        world.passes(Period.ofDays(1));
        world.starts(Case.COACH, "pause", PauseAnswers.longer(anna.caseNumber, later));
        assertThat(world.endsOf("pause")).containsExactly("endEvent_prolonged");
        returnIsPlannedFrom(later.minusDays(7));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_planReturn", anna.caseNumber, "paused")))
                .startsWith("Till och med " + later + ". Läker");

        LocalDate latest = later.plusDays(14);
        world.starts(Case.COACH, "pause", PauseAnswers.longer(anna.caseNumber, latest));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_planReturn", anna.caseNumber, "paused")))
                .startsWith("Till och med " + latest);
    }

    @Test
    void aLastDayThatIsCorrectedMovesTheReturn() {
        careComesFirst();
        String period = jdbc.sql("select id::text from fact where kind = 'pause-period'")
                .query(String.class)
                .single();
        LocalDate earlier = LAST_DAY.minusDays(28);
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", period));
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        "date.untilDay",
                        "newDate",
                        earlier,
                        "askedBy",
                        "participant",
                        "why",
                        "Fel månad"));
        returnIsPlannedFrom(earlier.minusDays(7));
    }

    @Test
    void theNextTalkIsProposedByThePausesInterval() {
        LocalDate booked = MONDAY.plusWeeks(2);
        anna.does(Case.COACH, "userTask_holdTalk", Answers.talk(booked));
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "nextTalk"))
                .isNull();
        careComesFirst();
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "nextTalk"))
                .isEqualTo(booked.plusWeeks(4).toString());
        anna.does(Case.COACH, "userTask_holdTalk", AbsenceAnswers.talkNotHeld("excused", booked.plusWeeks(5)));
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "nextTalk"))
                .isEqualTo(booked.plusWeeks(9).toString());
    }

    @Test
    void theReviewOfThePlanWaitsUntilAfterThePause() {
        world.passesTo(MONDAY.plusWeeks(12));
        LocalDate due = world.dueOn("userTask_reviewPlan", anna.caseNumber);
        LocalDate told = told("timer_planReviewOverdue");

        world.starts(
                Case.COACH,
                "pause",
                PauseAnswers.until(anna.caseNumber, world.today().plusWeeks(8)));
        assertThat(world.dueOn("userTask_reviewPlan", anna.caseNumber)).isEqualTo(due.plusWeeks(8));
        assertThat(told("timer_planReviewOverdue")).isEqualTo(told.plusWeeks(8));

        world.ticks();
        world.starts(Case.COACH, "pause", PauseAnswers.ended(anna.caseNumber));
        assertThat(world.dueOn("userTask_reviewPlan", anna.caseNumber)).isEqualTo(due);
    }

    @Test
    void theCoachIsRemindedToPlanTheReturn() {
        PlannedMornings.plan(application);
        careComesFirst();
        world.passesTo(LAST_DAY.plusDays(8));
        assertThat(world.mailTo(Case.COACH))
                .anyMatch(letter -> letter.contains(anna.caseNumber) && letter.contains("Planera återgången"));
    }

    @Test
    void aPauseThatIsTakenBackWidensNothingAnyMore() {
        LocalDate before = noContactTold();
        careComesFirst();
        assertThat(noContactTold()).isAfter(before);
        world.passes(Period.ofDays(1));
        world.starts(Case.COACH, "pause", PauseAnswers.ended(anna.caseNumber));

        assertThat(world.endsOf("pause")).contains("endEvent_returnedEarly");
        assertThat(noContactTold()).isEqualTo(before);
        world.passes(Period.ofDays(1));
        careComesFirst();
    }

    @Test
    void onlyAnEnrolledParticipantIsPausedAndOnlyOnceAtATime() {
        Map<String, Object> ended = PauseAnswers.ended(anna.caseNumber);
        assertThatThrownBy(() -> world.starts(Case.COACH, "pause", ended))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pågår ingen vårdpaus");
        careComesFirst();
        assertThatThrownBy(this::careComesFirst).isInstanceOf(Refused.class).hasMessageContaining("pågår redan");
        Case bo = Case.referred(
                        world,
                        jdbc,
                        "handlaggare.fk",
                        Answers.referral(IdentityNumbers.some(1).get(0), MONDAY))
                .admitted();
        assertThatThrownBy(() -> world.starts(Case.COACH, "pause", PauseAnswers.until(bo.caseNumber, LAST_DAY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("inte inskriven");
    }
}
