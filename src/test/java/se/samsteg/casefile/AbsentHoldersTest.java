package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

@SamstegTest
class AbsentHoldersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String LEAVER = "coach.leaver";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void aCoachWhoWillLeave() {
        world.begin(TODAY);
        identity.saveUser(identity.newUser(LEAVER));
        identity.createMembership(LEAVER, "coach");
        identity.createTenantUserMembership("botkyrka", LEAVER);
    }

    @AfterEach
    void timeGoesOn() {
        identity.deleteUser(LEAVER);
        ClockUtil.reset();
    }

    private Task talkOf(String coach) {
        String caseNumber = cases.open(coach, TODAY.minusDays(10));
        runtime.createProcessInstanceByKey("coaching")
                .processDefinitionWithoutTenantId()
                .businessKey(caseNumber)
                .setVariables(Map.of("caseNumber", caseNumber))
                .execute();
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult();
    }

    private void isTheLeads(String task) {
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(link -> link.getGroupId())
                .contains("programme-lead");
    }

    @Test
    void aTaskOfACoachWithAnAccountIsTheCoachs() {
        assertThat(talkOf(LEAVER).getAssignee()).isEqualTo(LEAVER);
    }

    @Test
    void tasksOfAUserWhoseAccountIsDeletedGoToTheLeads() {
        String task = talkOf(LEAVER).getId();
        identity.deleteUser(LEAVER);
        isTheLeads(task);
    }

    @Test
    void anAdministratorWithoutAnyRightToTheTaskHandsItOnToo() {
        String task = talkOf(LEAVER).getId();
        world.as("admin", () -> {
            identity.deleteUser(LEAVER);
            return null;
        });
        isTheLeads(task);
    }

    @Test
    void tasksOfAUserWhoIsTakenOutOfTheAssociationGoToTheLeads() {
        String task = talkOf(LEAVER).getId();
        identity.deleteTenantUserMembership("botkyrka", LEAVER);
        isTheLeads(task);
    }

    @Test
    void aTaskThatComesForAUserWhoHasLeftIsTheLeadsAtOnce() {
        identity.deleteTenantUserMembership("botkyrka", LEAVER);
        isTheLeads(talkOf(LEAVER).getId());
    }
}
