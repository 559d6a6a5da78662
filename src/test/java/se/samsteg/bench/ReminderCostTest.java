package se.samsteg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;
import se.samsteg.reminder.PlannedMornings;

@SamstegTest
@Import(Statements.class)
class ReminderCostTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Statements statements;

    @Autowired
    ApplicationContext application;

    @Test
    void aMorningCostsTheSameHoweverManyTasksAUserIsRemindedOf() {
        morning(1);
        int one = morning(1);

        assertThat(one).isPositive();
        assertThat(morning(8)).isEqualTo(one);
    }

    /** Statements on the morning on which a coach is reminded, from the timer to the letter. */
    private int morning(int tasks) {
        world.begin(MONDAY);
        world.isMeasured();
        for (int n = 0; n < tasks; n++) {
            String caseNumber = cases.open("coach1", MONDAY);
            runtime.startProcessInstanceByKey("orientation", caseNumber, Map.of("caseNumber", caseNumber));
        }
        PlannedMornings.plan(application);
        world.passesTo(MONDAY.plusDays(13));
        statements.sentSince();
        world.passesTo(MONDAY.plusDays(14));
        assertThat(world.mailTo("coach1")).hasSize(1);
        return statements.sentSince().size();
    }
}
