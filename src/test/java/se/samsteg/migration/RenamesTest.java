package se.samsteg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;

/** The file of moves beside a model: src/test/resources/processes/no-process.moves.yml. */
@SamstegTest
class RenamesTest {

    @Autowired
    Renames renames;

    @Autowired
    RepositoryService repository;

    @Test
    void aLineLeadsFromAnOldIdToTheNewOneAndNothingBehindItSaysThatItIsGone() {
        assertThat(renames.of("no-process"))
                .isEqualTo(Map.of("userTask_writePlan", "userTask_writeActionPlan", "timer_planDue", "timer_planDue"));
    }

    @Test
    void aModelWithoutAFileHasMovedNothing() {
        assertThat(renames.of("planning")).isEmpty();
    }

    @Test
    void aFileOfMovesIsNoResourceOfTheDeployment() {
        String deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("planning")
                .latestVersion()
                .singleResult()
                .getDeploymentId();

        assertThat(repository.getDeploymentResourceNames(deployment))
                .contains("processes/planning.bpmn")
                .noneMatch(name -> name.endsWith(".yml"));
    }
}
