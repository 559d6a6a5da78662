package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** A psychologist whom the plan promises, and who never calls. */
@SamstegTest
class PsychologistJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate PROMISED = MONDAY.plusMonths(1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annasPlanPromisesAPsychologist() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(MeasureAnswers.planWithAPsychologist(MONDAY, PROMISED, MONDAY.plusMonths(9)));
    }

    private long letters(String user, String subject) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith(subject + ", ärende " + anna.caseNumber))
                .count();
    }

    private long toCoach() {
        return letters(Case.COACH, "En utlovad insats dröjer");
    }

    private long toLead() {
        return letters(Case.LEAD, "En utlovad insats dröjer igen");
    }

    private int raised() {
        return Collections.frequency(world.openTasks(anna.caseNumber), "userTask_raise");
    }

    private String attempts(String user, String task) {
        return String.valueOf(world.shown(user, task, anna.caseNumber, "attempts"));
    }

    @Test
    void neverCallsAndWhatIsStillPromisedGoesIntoTheReferralBack() {
        assertThat(Collections.frequency(world.openTasks(anna.caseNumber), "userTask_followUpMeasure"))
                .as("one each for the region and Arbetsförmedlingen, none for the participant")
                .isEqualTo(2);
        world.passesTo(PROMISED);
        assertThat(toCoach()).isZero();
        world.passesTo(PROMISED.plusDays(1));
        assertThat(toCoach()).isEqualTo(1);

        LocalDate again = world.today().plusDays(10);
        anna.does(Case.COACH, "userTask_followUpMeasure", MeasureAnswers.stillWaiting(world.today(), again));
        world.passesTo(again);
        assertThat(toLead()).isZero();
        world.passesTo(again.plusDays(1));
        assertThat(attempts(Case.LEAD, "userTask_raise")).startsWith("2027-03-02, telefon med Mottagningen");
        world.passes(Period.ofDays(20));
        assertThat(toCoach()).isEqualTo(1);
        assertThat(toLead()).isEqualTo(1);
        assertThat(raised()).isEqualTo(1);
        anna.does(Case.LEAD, "userTask_raise", MeasureAnswers.raised());

        anna.does(Case.COACH, "userTask_followUpMeasure", MeasureAnswers.refused(world.today()));
        assertThat(world.endsOf("measure")).contains("endEvent_refused").doesNotContain("endEvent_done");
        assertThat(jdbc.sql("select times_overdue from measure where outcome = 'refused'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        annaLeavesWithTheOtherPromiseOpen();
    }

    private void annaLeavesWithTheOtherPromiseOpen() {
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", world.today()));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_writeReferralBack", anna.caseNumber, "careNeed")))
                .contains("Utredning av arbetsförmåga", "Arbetsförmedlingen, till 2027-11-01")
                .doesNotContain("psykolog");
        anna.does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());

        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_followUpMeasure");
        assertThat(jdbc.sql("select outcome from measure where promised_by = 'af'")
                        .query(String.class)
                        .single())
                .isEqualTo("case-closed");
    }

    @Test
    void aForeignAndAMadeUpCaseNumberGetTheSameAnswer() {
        assertThat(refusal("handlaggare.af", anna.caseNumber))
                .isEqualTo(refusal("handlaggare.af", "SB-2020-9999"))
                .startsWith("Ärende: ");
    }

    private String refusal(String user, String caseNumber) {
        return String.valueOf(assertThrows(
                        Refused.class, () -> world.starts(user, "measure", MeasureAnswers.promise(caseNumber, MONDAY)))
                .getMessage());
    }
}
