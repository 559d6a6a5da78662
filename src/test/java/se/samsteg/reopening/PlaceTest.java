package se.samsteg.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

class PlaceTest {

    private static final Set<String> AFTERWARDS = Set.of("exit");

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceIsInTheModelsOfTheProgrammesThatCallIt(Place place) {
        assertThat(ProgrammeFiles.all().all().stream().filter(programme -> has(programme, place.activities())))
                .isNotEmpty();
    }

    @Test
    void everyProgrammeHasAPlaceForEachPhaseThatItCalls() {
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(model(programme).getModelElementsByType(CallActivity.class).stream()
                            .map(CallActivity::getCalledElement)
                            .filter(called -> !AFTERWARDS.contains(called)))
                    .as(programme.id())
                    .allMatch(called -> Place.of(Set.of(programme.id(), called)) == Place.INSATS
                            || has(
                                    programme,
                                    Place.of(Set.of(programme.id(), called)).activities()));
        }
    }

    private static boolean has(Settings programme, List<String> activities) {
        return activities.stream().allMatch(id -> model(programme).getModelElementById(id) != null);
    }

    private static BpmnModelInstance model(Settings programme) {
        return Bpmn.readModelFromFile(
                Path.of("processes", programme.id() + ".bpmn").toFile());
    }

    @Test
    void aCaseGoesOnWhereItsProcessesWere() {
        assertThat(Place.of(Set.of("samboradet", "referral"))).isEqualTo(Place.REFERRAL);
        assertThat(Place.of(Set.of("samboradet", "conference"))).isEqualTo(Place.CONFERENCE);
        assertThat(Place.of(Set.of("ama", "intake", "admission"))).isEqualTo(Place.INTAKE);
        assertThat(Place.of(Set.of("samboradet", "admission", "renewal"))).isEqualTo(Place.ADMISSION);
        assertThat(Place.of(Set.of("samboradet", "planning", "sip"))).isEqualTo(Place.PLANNING);
        assertThat(Place.of(Set.of("samboradet", "coaching", "workplace"))).isEqualTo(Place.INSATS);
        assertThat(Place.of(Set.of("samboradet", "exit", "response"))).isEqualTo(Place.INSATS);
        assertThat(Place.of(Set.of("samboradet", "exit", "followup"))).isEqualTo(Place.FOLLOWUP);
        assertThat(Place.of(Set.of("response"))).isEqualTo(Place.FOLLOWUP);
    }
}
