package se.samsteg.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.OverdueTasks;
import se.samsteg.journey.World;

/** The mornings on the calendar, on several nodes and after a time away. */
@SamstegTest
class MorningsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate THURSDAY = LocalDate.of(2027, 3, 25);

    @Autowired
    World world;

    @Autowired
    Mornings mornings;

    @Autowired
    EnrolledCase cases;

    @Autowired
    OverdueTasks overdue;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theThursdayBeforeEaster() {
        world.begin(THURSDAY);
    }

    private List<String> waiting() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("reminder").list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(morning -> morning.startsWith("botkyrka"))
                .toList();
    }

    @Test
    void nodesThatStartTogetherPlanOneMorning() {
        CompletableFuture<?>[] starts = Stream.generate(() -> CompletableFuture.runAsync(mornings::openNext))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(starts).join();
        mornings.openNext();

        assertThat(waiting()).containsExactly("botkyrka-2027-03-25");
    }

    @Test
    void theNextMorningIsTheNextWorkingDaysAtSeven() {
        mornings.openNext();
        world.settles();

        assertThat(waiting()).containsExactly("botkyrka-2027-03-30");
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("timer_morning")
                        .list())
                .extracting(Job::getDuedate)
                .containsOnly(Date.from(ZonedDateTime.of(LocalDate.of(2027, 3, 30), LocalTime.of(7, 0), ZONE)
                        .toInstant()));
        world.passesTo(LocalDate.of(2027, 4, 2));
        assertThat(waiting()).containsExactly("botkyrka-2027-04-05");
        assertThat(jdbc.sql("select distinct to_char(day, 'MM-DD') from reminder_round order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("03-25", "03-30", "03-31", "04-01", "04-02", "04-05");
    }

    @Test
    void afterATimeAwayEachUserIsRemindedOnce() {
        mornings.openNext();
        world.settles();
        String caseNumber = aTaskIsDueInAWeek();
        ClockUtil.setCurrentTime(Date.from(ZonedDateTime.of(LocalDate.of(2027, 4, 21), LocalTime.of(9, 0), ZONE)
                .toInstant()));
        mornings.openNext();
        world.settles();

        assertThat(world.mailTo("coach1"))
                .filteredOn(letter -> letter.startsWith("Du har uppgifter"))
                .singleElement()
                .asString()
                .contains(caseNumber);
        assertThat(waiting()).containsExactly("botkyrka-2027-04-22");
    }

    private String aTaskIsDueInAWeek() {
        String caseNumber = cases.open("coach1", THURSDAY);
        runtime.startProcessInstanceByKey("orientation", caseNumber, Map.of("caseNumber", caseNumber));
        return caseNumber;
    }

    @Test
    void tasksOfOtherAssociationsAreNotSeen() {
        aTaskIsDueInAWeek();
        LocalDate later = THURSDAY.plusMonths(1);

        assertThat(overdue.before(later, "haninge")).isEmpty();
        assertThat(overdue.before(THURSDAY.plusWeeks(1), "botkyrka"))
                .as("due on the day")
                .isEmpty();
        assertThat(overdue.before(later, "botkyrka")).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("Planera orienteringen");
            assertThat(task.form()).isEqualTo("orientation-plan");
            assertThat(task.assignee()).isEqualTo("coach1");
        });
    }
}
