package se.samsteg.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

class PlaceTest {

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceIsInTheModelOfEveryProgramme(Place place) {
        for (Settings programme : ProgrammeFiles.all().all()) {
            var model = Bpmn.readModelFromFile(
                    Path.of("processes", programme.id() + ".bpmn").toFile());
            assertThat(place.activities()).as(programme.id()).allSatisfy(id -> assertThat(
                            (Object) model.getModelElementById(id))
                    .isNotNull());
        }
    }

    @Test
    void aCaseGoesOnWhereItsProcessesWere() {
        assertThat(Place.of(Set.of("samboradet", "referral"))).isEqualTo(Place.REFERRAL);
        assertThat(Place.of(Set.of("samboradet", "conference"))).isEqualTo(Place.CONFERENCE);
        assertThat(Place.of(Set.of("samboradet", "admission", "renewal"))).isEqualTo(Place.ADMISSION);
        assertThat(Place.of(Set.of("samboradet", "planning", "sip"))).isEqualTo(Place.PLANNING);
        assertThat(Place.of(Set.of("samboradet", "coaching", "workplace"))).isEqualTo(Place.INSATS);
        assertThat(Place.of(Set.of("samboradet", "exit", "response"))).isEqualTo(Place.INSATS);
        assertThat(Place.of(Set.of("samboradet", "exit", "followup"))).isEqualTo(Place.FOLLOWUP);
        assertThat(Place.of(Set.of("response"))).isEqualTo(Place.FOLLOWUP);
    }
}
