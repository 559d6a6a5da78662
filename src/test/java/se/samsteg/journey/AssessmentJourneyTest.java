package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** The occupational therapist's assessment is a meeting that is agreed, missed, moved and held. */
@SamstegTest
class AssessmentJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate AGREED = MONDAY.plusDays(10);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void anAssessmentIsAgreedWithAnna() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(MONDAY, "halsogrupp"))
                .does(
                        Case.THERAPIST,
                        "userTask_bookAssessment",
                        Answers.of("day", AGREED, "time", "13:15", "place", "Vårdcentralen"));
    }

    private String booked() {
        return String.valueOf(
                world.shown(Case.THERAPIST, "userTask_assessSupport", anna.caseNumber, "bookedAssessment"));
    }

    private LocalDate due() {
        return jdbc.sql("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_assessSupport'")
                .query(LocalDate.class)
                .single();
    }

    private void notHeld(String outcome, LocalDate newDay) {
        anna.does(
                Case.THERAPIST,
                "userTask_assessSupport",
                Answers.of("outcome", outcome, "note", "Ringde", "newDay", newDay, "newPlace", "Folkets hus"));
    }

    @Test
    void theTherapistWhoBookedMeetsTheParticipantOnThatDay() {
        assertThat(world.ownerOf("userTask_assessSupport", anna.caseNumber)).isEqualTo(Case.THERAPIST);
        assertThat(due()).isEqualTo(AGREED);
        assertThat(booked()).isEqualTo("2027-02-11 kl. 13:15, Vårdcentralen");
    }

    @Test
    void aParticipantWhoDoesNotComeIsMissedAsAtOtherMeetingsAndIsMetAnotherDay() {
        world.passesTo(AGREED);
        assertThatThrownBy(() -> anna.does(
                        Case.THERAPIST, "userTask_assessSupport", Answers.of("outcome", "absent", "note", "Kom inte")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ny dag:");

        notHeld("absent", AGREED.plusDays(5));

        assertThat(due()).isEqualTo(AGREED.plusDays(5));
        assertThat(booked()).isEqualTo("2027-02-16, Folkets hus\n2027-02-11 Deltagaren kom inte: Ringde");
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_visitHome", anna.caseNumber, "noShows")))
                .contains("2027-02-11 arbetsterapeutens bedömning");

        world.passesTo(AGREED.plusDays(5));
        anna.does(Case.THERAPIST, "userTask_assessSupport", Answers.supportAssessment(world.today()));
        assertThat(world.endsOf("assessment")).containsExactly("endEvent_assessed");
    }

    @Test
    void aTimeThatIsMovedOrMissedForAReasonDoesNotCount() {
        notHeld("moved", AGREED.plusDays(1));
        notHeld("excused", AGREED.plusDays(2));

        assertThat(jdbc.sql("select count(*) from no_show").query(Integer.class).single())
                .isZero();
        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_assessSupport");
    }

    @Test
    void whoLeavesTheQueueForAGroupDoesNotWaitForTheAssessment() {
        world.starts(Case.COACH, "participation", Answers.participation(anna.caseNumber, "leave-queue"));

        anna.isAt("userTask_decideNextStep");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_assessSupport");
    }

    @Test
    void aCorrectedDayMovesTheAssessment() {
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(
                Case.COACH,
                "userTask_choose",
                Answers.of(
                        "chosen",
                        jdbc.sql("select id::text from fact where kind = 'assessment-booking'")
                                .query(String.class)
                                .single()));
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        "appointment.day",
                        "newAppointment",
                        AGREED.plusDays(7),
                        "askedBy",
                        "participant",
                        "why",
                        "Jag hörde fel"));

        assertThat(due()).isEqualTo(AGREED.plusDays(7));
        assertThat(booked()).startsWith("2027-02-18 kl. 13:15");
    }
}
