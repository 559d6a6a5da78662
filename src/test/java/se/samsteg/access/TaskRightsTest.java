package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** Who finds a task, asked as that person with authorisations on. */
@SamstegTest
class TaskRightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    private String task;

    @BeforeEach
    void aCoachsTask() {
        world.begin(TODAY);
        String caseNumber = cases.open("coach1", TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
    }

    private boolean finds(String user) {
        return world.as(user, () -> tasks.createTaskQuery().taskId(task).count() == 1);
    }

    private void leadGivesItTo(@Nullable String user) {
        world.as("projektledare1", () -> {
            tasks.setAssignee(task, user);
            return null;
        });
    }

    @Test
    void whoeverHadTheTaskFindsItNoMoreWhenSomebodyElseHasIt() {
        assertThat(finds("coach1")).isTrue();
        leadGivesItTo("coach2");

        assertThat(finds("coach1")).isFalse();
        assertThat(finds("coach2")).isTrue();
        leadGivesItTo("coach1");
        assertThat(finds("coach1")).isTrue();
        assertThat(finds("coach2")).isFalse();
    }

    @Test
    void givingATaskToWhoeverHasItTakesNothingAway() {
        leadGivesItTo("coach1");
        assertThat(finds("coach1")).isTrue();
    }

    @Test
    void aCandidateKeepsTheRightWhenSomebodyElseHasTheTask() {
        tasks.addCandidateUser(task, "coach1");
        leadGivesItTo("coach2");
        assertThat(finds("coach1")).isTrue();

        tasks.deleteCandidateUser(task, "coach1");
        assertThat(finds("coach1")).isFalse();
    }

    @Test
    void whoeverHasTheTaskKeepsTheRightWhenNoCandidateAnyMore() {
        tasks.addCandidateUser(task, "coach1");
        tasks.deleteCandidateUser(task, "coach1");
        assertThat(finds("coach1")).isTrue();
    }

    @Test
    void aGroupThatIsNoCandidateAnyMoreFindsItNoMore() {
        tasks.addCandidateGroup(task, "occupational-therapist");
        assertThat(finds("arbetsterapeut1")).isTrue();
        tasks.deleteCandidateGroup(task, "occupational-therapist");
        assertThat(finds("arbetsterapeut1")).isFalse();
    }

    @Test
    void whoeverClaimsATaskOfTheGroupAndPutsItBackFindsItAsTheGroupDoes() {
        leadGivesItTo(null);
        tasks.addCandidateGroup(task, "coach");
        world.as("coach2", () -> {
            tasks.claim(task, "coach2");
            return null;
        });
        leadGivesItTo(null);
        assertThat(finds("coach2")).isTrue();
        tasks.deleteCandidateGroup(task, "coach");
        assertThat(finds("coach2")).isFalse();
    }

    @Test
    void nothingIsWrittenDownThatCouldOutliveTheReason() {
        leadGivesItTo("coach2");
        tasks.addCandidateUser(task, "coach1");
        tasks.addCandidateGroup(task, "coach");

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
    }
}
