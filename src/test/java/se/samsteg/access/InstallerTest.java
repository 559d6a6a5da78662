package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;

@SamstegTest
class InstallerTest {

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    void aCoachSeesTheDiagramOfEveryProcessButStartsOnlyTheirOwn() {
        identity.setAuthentication("coach1", List.of("coach"), List.of("botkyrka"));

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("conference")
                        .count())
                .isPositive();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .startablePermissionCheck()
                        .list())
                .extracting("key")
                .contains("interruption")
                .doesNotContain("samboradet", "group", "meeting");
    }

    @Test
    void theSteeringGroupSeesNoProcess() {
        identity.setAuthentication("styrgrupp1", List.of("steering-group"), List.of("botkyrka"));

        assertThat(repository.createProcessDefinitionQuery().count()).isZero();
    }
}
