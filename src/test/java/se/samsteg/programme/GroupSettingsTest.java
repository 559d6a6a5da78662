package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The kinds of groups that programmes have, as their files say them. */
class GroupSettingsTest {

    private static final Path COURSE = Path.of("src/test/resources/settings/course-and-training.yml");

    private record File(List<Settings.Group> groups) {}

    private static List<Settings.Group> read(String file) throws IOException {
        ObjectMapper yaml =
                (ObjectMapper) Objects.requireNonNull(ReflectionTestUtils.getField(ProgrammeFile.class, "YAML"));
        return yaml.readValue(file, File.class).groups();
    }

    private static List<String> wrong(List<Settings.Group> groups) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return groups.stream()
                    .flatMap(group -> validators.getValidator().validate(group).stream())
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .toList();
        }
    }

    @Test
    void aCourseOfThreeSeriesThatBeginsACohortAndATrainingWithoutEndAreValid() throws IOException {
        List<Settings.Group> groups = read(Files.readString(COURSE));
        assertThat(wrong(groups)).isEmpty();
        assertThat(groups).extracting(Settings.Group::attendance).containsOnly(Settings.Attendance.OFF);
        assertThat(groups).noneMatch(Settings.Group::callsRoll);
        assertThat(groups).extracting(Settings.Group::hasNoEnd).containsExactly(false, true);
        assertThat(groups.get(0).series()).extracting(Settings.Series::name).hasSize(3);
        assertThat(groups.get(0).cohortMonths()).isEqualTo(18);
    }

    @Test
    void aCohortOfNoMonthsIsRefused() throws IOException {
        String file = Files.readString(COURSE).replaceFirst("cohortMonths: 18", "cohortMonths: 0");
        assertThat(wrong(read(file))).singleElement().asString().startsWith("cohortMonths ");
    }

    @Test
    void anAttendanceThatThereIsNotIsRefused() throws IOException {
        String file = Files.readString(COURSE).replaceFirst("attendance: off", "attendance: perhaps");
        assertThatThrownBy(() -> read(file)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void aStepBesideItselfIsAGroupBesideAGroup() {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var validator = validators.getValidator();
            assertThat(validator.validate(new Settings.Step("prerehab", "Grupp", true, List.of("prerehab"))))
                    .isEmpty();
            assertThat(validator.validate(new Settings.Step("orientation", "Jobbspår", false, List.of("orientation"))))
                    .singleElement()
                    .extracting(violation -> violation.getMessage())
                    .isEqualTo("may be beside itself only where it is a group or an assessment");
        }
    }
}
