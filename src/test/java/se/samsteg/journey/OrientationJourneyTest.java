package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** From a workplace to an orientation and out, and straight from the plan to one that ends early. */
@SamstegTest
class OrientationJourneyTest {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaIsReferredAndAdmitted() {
        world.begin(LocalDate.of(2027, 2, 1));
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted();
    }

    private String shown(String key) {
        return String.valueOf(world.shown(Case.COACH, "userTask_carryOutOrientation", anna.caseNumber, key));
    }

    @Test
    void afterAWorkplaceAnOrientationIsCarriedOutPartByPart() {
        LocalDate today = world.today();
        anna.enrolledWithAPlan(Answers.plan(today, "workplace")).introducedToAWorkplace();
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_decideNextStep", anna.caseNumber, "nextSteps")))
                .contains("orientation", "Utslussning");
        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("orientation", today.plusWeeks(1)));
        anna.isAt("userTask_planOrientation", "userTask_holdTalk");
        anna.does(
                Case.COACH,
                "userTask_planOrientation",
                OrientationAnswers.plan(today.plusWeeks(1), "study-visit", "cv-and-letter"));
        assertThat(shown("booked")).startsWith("2027-02-08 kl. 10:00, Torget");
        assertThat(shown("remaining")).contains("study-visit", "cv-and-letter").doesNotContain("af-lecture");

        world.passes(Period.ofWeeks(1));
        assertThatThrownBy(() ->
                        anna.does(Case.COACH, "userTask_carryOutOrientation", OrientationAnswers.done("study-visit")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Det finns delar kvar");
        anna.does(
                Case.COACH,
                "userTask_carryOutOrientation",
                OrientationAnswers.doneAndBooked(world.today().plusWeeks(2), "study-visit"));
        assertThat(shown("booked")).startsWith("2027-02-22 kl. 13:15, Torget");
        assertThat(shown("done")).startsWith("2027-02-08 Studiebesök: Gav mycket");
        assertThat(shown("remaining")).contains("cv-and-letter").doesNotContain("study-visit");

        anna.does(Case.COACH, "userTask_carryOutOrientation", OrientationAnswers.done("cv-and-letter"))
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
        anna.isAt("userTask_measure");
        assertThat(world.endsOf("orientation")).containsExactly("endEvent_carriedOut");
    }

    @Test
    void thePlanMayBeginWithAnOrientationAndTheCoachMayEndItEarlyAndTakeItUpAgain() {
        LocalDate today = world.today();
        anna.enrolledWithAPlan(Answers.plan(today, "orientation"))
                .does(
                        Case.COACH,
                        "userTask_planOrientation",
                        OrientationAnswers.plan(today, "study-visit", "job-search"))
                .does(
                        Case.COACH,
                        "userTask_carryOutOrientation",
                        OrientationAnswers.doneAndBooked(today.plusDays(3), "study-visit"))
                .does(Case.COACH, "userTask_carryOutOrientation", OrientationAnswers.endedEarly());
        assertThat(world.endsOf("orientation")).containsExactly("endEvent_endedEarly");

        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("orientation", today))
                .does(Case.COACH, "userTask_planOrientation", OrientationAnswers.plan(today, "study-visit"));
        assertThat(shown("remaining")).as("a new plan begins anew").contains("study-visit");
    }
}
