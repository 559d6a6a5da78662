package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

@SamstegTest
class TenantsTest {

    @Autowired
    World world;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void nothingRuns() {
        world.begin(LocalDate.of(2026, 9, 1));
    }

    @AfterEach
    void noUserIsLoggedIn() {
        identity.clearAuthentication();
    }

    private void asksForProtectionOfACaseThatDoesNotExist() {
        runtime.startProcessInstanceByKey("protection", Map.of("caseNumber", "XX-2026-0001"));
    }

    /** No user could see such a process, and it would belong to no association. */
    @Test
    void aUserOfNoAssociationOrOfTwoStartsNoProcess() {
        for (List<String> tenants : List.of(List.<String>of(), List.of("botkyrka", "stockholm"))) {
            identity.setAuthentication("coach1", List.of("coach"), tenants);
            assertThatThrownBy(this::asksForProtectionOfACaseThatDoesNotExist)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("samordningsförbund");
        }
        identity.setAuthentication("coach1", List.of("coach"), List.of("botkyrka"));
        assertThatThrownBy(this::asksForProtectionOfACaseThatDoesNotExist).hasMessageContaining("Ärende:");
        identity.clearAuthentication();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }
}
