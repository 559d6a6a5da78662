package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

@SamstegTest
class GroupPlanFormTest {

    @Autowired
    Programmes programmes;

    @Test
    void everyGroupTypeOfEveryProgrammeCanBePlanned() throws IOException {
        List<String> offered = new ArrayList<>();
        for (JsonNode component : new JsonMapper()
                .readTree(Path.of("forms", "group-plan.form").toFile())
                .path("components")) {
            if (component.path("key").asText().equals("type")) {
                component
                        .path("values")
                        .forEach(value -> offered.add(value.path("value").asText()));
            }
        }

        assertThat(programmes.all().stream()
                        .flatMap(programme -> programme.groups().stream())
                        .map(Settings.Group::type))
                .isNotEmpty()
                .isSubsetOf(offered);
    }
}
