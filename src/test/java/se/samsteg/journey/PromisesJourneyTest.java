package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** What others promise after the first plan is followed as what they promised in it. */
@SamstegTest
class PromisesJourneyTest {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 3, 15));
    }

    private Case enrolled(Object... changes) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.with(Answers.planWithAGroup(world.today(), "halsogrupp"), changes));
    }

    private List<String> followed() {
        return jdbc.sql(
                        "select promised_by || ' ' || opened_from || ' ' || source_step from measure order by opened_on, source_step")
                .query(String.class)
                .list();
    }

    @Test
    void theStepsOfALongPlanThatOthersPromiseAreFollowed() {
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.with(
                        Answers.withSteps(
                                Answers.planWithAGroup(world.today(), "halsogrupp"),
                                world.today().plusMonths(3),
                                2,
                                12),
                        "step7Responsible",
                        "region",
                        "step12Responsible",
                        "soc"));

        assertThat(followed()).containsExactly("region plan 7", "soc plan 12");
        anna.isAt("userTask_followUpMeasure");
    }

    @Test
    void whatOthersPromiseInTheCompletionAndTheReviewOfAPlanIsFollowed() {
        Case anna = enrolled("preliminary", true);
        world.passes(Period.ofWeeks(2));
        anna.does(Case.COACH, "userTask_checkIn", Answers.of("startedAsPlanned", "yes", "experience", "Bra"));
        LocalDate until = world.today().plusMonths(3);
        anna.does(
                Case.COACH,
                "userTask_completePlan",
                Answers.with(
                        Answers.withSteps(Answers.of(), until, 1, 2),
                        "step2Responsible",
                        "af",
                        "exitPlan",
                        "Till arbete",
                        "agreedOn",
                        world.today()));
        assertThat(followed()).containsExactly("af plan 2");

        world.passes(Period.ofWeeks(10));
        anna.does(
                Case.COACH,
                "userTask_reviewPlan",
                Answers.with(
                        Answers.withSteps(Answers.of(), world.today().plusMonths(3), 1, 1),
                        "step1Responsible",
                        "soc",
                        "achieved",
                        "Sover bättre",
                        "planChange",
                        "revise",
                        "agreedOn",
                        world.today()));
        assertThat(followed()).containsExactly("af plan 2", "soc plan 1");
    }

    @Test
    void whatOthersHavePromisedInATalkIsFollowed() {
        Case anna = enrolled();
        LocalDate until = world.today().plusMonths(2);

        assertThatThrownBy(() -> anna.does(
                        Case.COACH,
                        "userTask_holdTalk",
                        Answers.with(Answers.talk(world.today().plusWeeks(2)), "promise1What", "Budgetrådgivning")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Löfte 1: ange vad som är utlovat");
        anna.does(
                Case.COACH,
                "userTask_holdTalk",
                Answers.withPromises(Answers.talk(world.today().plusWeeks(2)), until));
        assertThat(followed()).containsExactly("soc talk 1", "soc talk 2", "soc talk 3");
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_followUpMeasure", anna.caseNumber, "promise")))
                .contains("Budgetrådgivning", "Utlovat av Socialtjänsten till " + until);
    }
}
