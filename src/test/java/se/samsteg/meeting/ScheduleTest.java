package se.samsteg.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

@SamstegTest
class ScheduleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SITTING = LocalDate.of(2026, 12, 2);

    @Autowired
    World world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Schedule schedule;

    @BeforeEach
    void aMonday() {
        world.begin(MONDAY);
    }

    @Test
    void theNextSittingIsOpenedOnceWhenSamstegStartsAndBelongsToTheTenant() {
        schedule.openComing();
        schedule.openComing();

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("meeting")
                        .list())
                .singleElement()
                .extracting(ProcessInstance::getBusinessKey, ProcessInstance::getTenantId)
                .containsExactly("samboradet 2026-12-02", "botkyrka");
    }

    @Test
    void onTheDayOfASittingTheNextOneIsPlanned() {
        schedule.openComing();
        world.passesTo(SITTING);

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("meeting")
                        .processInstanceBusinessKey("samboradet 2026-12-16")
                        .count())
                .isEqualTo(1);
    }
}
