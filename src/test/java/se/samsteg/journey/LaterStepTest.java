package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** A step that the plan did not begin with. */
@SamstegTest
class LaterStepTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    private Case whosePlacementEnded() {
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), "workplace"))
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
        world.passes(Period.ofWeeks(4));
        return anna.does(Case.CONSULTANT, "userTask_followUpPlacement", Answers.placementEnded(world.today()));
    }

    private boolean waitsForAGroup(Case someone) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(someone.caseNumber)
                        .activityIdIn("receiveTask_awaitGroup")
                        .count()
                == 1;
    }

    @Test
    void whoBeganAtAWorkplaceWaitsForTheGroupThatIsDecidedLater() {
        Case anna = whosePlacementEnded();
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_decideNextStep", anna.caseNumber, "groupTypes")))
                .contains("halsogrupp", "aktivitetsgrupp", "none");
        assertThat(waitsForAGroup(anna)).isFalse();

        anna.does(Case.COACH, "userTask_decideNextStep", Answers.backToAGroup(world.today()));

        assertThat(waitsForAGroup(anna)).isTrue();
        assertThat(jdbc.sql("select type from group_place where case_number = ?")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("halsogrupp");
        assertThat(world.openTasks(anna.caseNumber))
                .doesNotContain("userTask_decideNextStep", "userTask_bookAssessment");
    }

    private Case whoWantsAWorkplace() {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
    }

    @Test
    void whoFoundTheWorkplaceGoesOnWithThePlacement() {
        Case anna = whoWantsAWorkplace();
        anna.does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match());
        assertThat(world.ownerOf("userTask_introduce", anna.caseNumber)).isEqualTo(Case.CONSULTANT);
        anna.does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
        assertThat(world.ownerOf("userTask_followUpPlacement", anna.caseNumber)).isEqualTo(Case.CONSULTANT);
    }

    @Test
    void theCoachIsToldThatThereIsNoWorkplace() {
        Case anna = whoWantsAWorkplace()
                .does(
                        Case.CONSULTANT,
                        "userTask_matchWorkplace",
                        Answers.of(
                                "interest", "Trädgård", "matchResult", "no-workplace", "obstacle", "Ingen har plats"));
        world.settles();
        assertThat(world.mailTo(Case.COACH))
                .anyMatch(letter -> letter.startsWith("Ingen arbetsplats, ärende " + anna.caseNumber));
        anna.isAt("userTask_decideNextStep");
    }

    @Test
    void whoIsToBeAssessedLaterComesToTheOccupationalTherapist() {
        Case anna = whosePlacementEnded()
                .does(
                        Case.COACH,
                        "userTask_decideNextStep",
                        Answers.with(
                                Answers.nextStep("prerehab", world.today()),
                                "wantedGroup",
                                "none",
                                "wantsAssessment",
                                true));

        anna.isAt("userTask_bookAssessment");
        assertThat(waitsForAGroup(anna)).isFalse();

        // Four weeks for the assessment and one more: then the coach need not wait for it.
        world.passes(Period.ofWeeks(5).minusDays(1));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_goOnWithout");
        world.passes(Period.ofDays(1));
        anna.does(Case.COACH, "userTask_goOnWithout", Answers.of("goOn", true)).isAt("userTask_decideNextStep");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_bookAssessment");
    }

    @Test
    void prerehabWithNothingToDoThereIsRefused() {
        Case anna = whosePlacementEnded();
        assertThatThrownBy(() ->
                        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("prerehab", world.today())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Önskad grupp:");
        anna.isAt("userTask_decideNextStep");
    }
}
