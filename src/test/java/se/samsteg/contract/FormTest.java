package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormKeys;
import se.samsteg.programme.Municipalities;

/** Forms, and the records that their answers become, name the same things. */
class FormTest {

    @Test
    void everyFormIsNamedAsItsFileAndBeginsWithItsProcess() {
        Set<String> processes = Models.processes().keySet();
        Models.forms().forEach((file, form) -> {
            assertThat(form.path("id").asText()).isEqualTo(file);
            assertThat(processes).as(file).anyMatch(process -> file.startsWith(process + "-"));
        });
    }

    @Test
    void everyDateSaysWhenItCanBe() {
        Models.forms().forEach((id, form) -> Models.fields(form).stream()
                .filter(field -> field.path("type").asText().equals("datetime")
                        && !field.path("subtype").asText().equals("time"))
                .forEach(field -> {
                    String what = id + " " + field.path("key").asText();
                    JsonNode properties = field.path("properties");
                    assertThat(properties.path("sense").asText()).as(what).isIn("past", "future", "any");
                    assertThat(properties.path("notBefore").asText("")).as(what).isIn("", "birth", "case", "enrolment");
                    if (properties.path("sense").asText().equals("future")) {
                        assertThat(Period.parse(properties.path("within").asText()))
                                .as(what)
                                .isPositive();
                    }
                    if (field.path("disallowPassedDates").asBoolean()) {
                        assertThat(properties.path("sense").asText()).as(what).isEqualTo("future");
                    }
                }));
    }

    /** It would never show. What a form only tells may hide while there is nothing to tell. */
    @Test
    void noFieldThatIsTypedHidesAsLongAsItIsEmpty() {
        List<String> hidden = new ArrayList<>();
        Models.forms().forEach((id, form) -> Models.fields(form).stream()
                .filter(field -> !field.path("disabled").asBoolean()
                        && !field.path("readonly").asBoolean())
                .filter(field -> field.path("conditional")
                        .path("hide")
                        .asText()
                        .matches(".*\\b" + field.path("key").asText() + " = (null|\"\").*"))
                .forEach(field -> hidden.add(id + " " + field.path("key").asText())));
        assertThat(hidden).isEmpty();
    }

    /** It stays as typed, also where it names a person with protected identity. */
    @Test
    void onlyACorrectionAndNewContactDataMayGoIntoTheRegisterOfPersons() {
        List<String> registered = new ArrayList<>();
        Models.forms().forEach((id, form) -> Models.fields(form).stream()
                .filter(field -> field.path("properties").has("registered"))
                .forEach(field -> registered.add(id + " " + field.path("key").asText())));
        assertThat(registered)
                .containsExactly(
                        "contact-change phone",
                        "contact-change email",
                        "contact-change address",
                        "contact-change otherWay",
                        "rectification-correction newText");
    }

    @Test
    void everyDateThatMayLieAheadSaysWhetherADayOffIsAskedBack() {
        Models.forms().forEach((id, form) -> Models.fields(form).stream()
                .filter(field -> field.path("type").asText().equals("datetime")
                        && !field.path("subtype").asText().equals("time"))
                .forEach(field -> {
                    String what = id + " " + field.path("key").asText();
                    JsonNode properties = field.path("properties");
                    String dayOff = properties.path("dayOff").asText();
                    if (properties.path("sense").asText().equals("past")) {
                        assertThat(dayOff).as(what).isEmpty();
                    } else {
                        assertThat(dayOff)
                                .as(
                                        what
                                                + ": an appointment is asked back, a day that something is due or lasts is taken")
                                .isIn("asked", "taken");
                    }
                    assertThat(boxesThatConfirm(form, field))
                            .as(what)
                            .hasSize(dayOff.equals("asked") ? 1 : 0)
                            .allSatisfy(box -> {
                                assertThat(box.path("type").asText()).isEqualTo("checkbox");
                                assertThat(box.path("validate").path("required").asBoolean())
                                        .isFalse();
                                assertThat(box.path("conditional")).isEqualTo(field.path("conditional"));
                            });
                }));
    }

    private static List<JsonNode> boxesThatConfirm(JsonNode form, JsonNode field) {
        return Models.fields(form).stream()
                .filter(box -> box.path("properties")
                        .path("confirms")
                        .asText()
                        .equals(field.path("key").asText()))
                .toList();
    }

    @Test
    void everyBoxThatConfirmsStandsInTheFormOfItsDate() {
        Models.forms().forEach((id, form) -> Models.fields(form).stream()
                .map(box -> box.path("properties").path("confirms").asText())
                .filter(key -> !key.isEmpty())
                .forEach(confirmed -> assertThat(Models.fields(form))
                        .as(id)
                        .anyMatch(field -> field.path("key").asText().equals(confirmed)
                                && field.path("properties")
                                        .path("dayOff")
                                        .asText()
                                        .equals("asked"))));
    }

    @Test
    void everyFormHasARecordOfItsPhaseWithExactlyItsKeys() {
        List<Class<?>> records = Models.CODE.stream()
                .filter(JavaClass::isRecord)
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        List<String> wrong = new ArrayList<>();
        Models.forms().forEach((id, form) -> {
            Set<String> keys = inputs(form);
            boolean known = records.stream().anyMatch(record -> FormKeys.areThoseOf(record, keys));
            if (!known && !keys.isEmpty()) {
                wrong.add(id + ": no record with " + keys);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Keys of what can be answered. */
    static Set<String> inputs(JsonNode form) {
        return Models.fields(form).stream()
                .filter(field -> !field.path("disabled").asBoolean()
                        && !field.path("properties").has("confirms"))
                .map(field -> field.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFieldHasALabelAndNoKeyStandsTwice() {
        List<String> wrong = new ArrayList<>();
        Models.forms().forEach((id, form) -> {
            Set<String> seen = new HashSet<>();
            for (JsonNode field : Models.fields(form)) {
                String key = field.path("key").asText();
                String label = field.path("label")
                        .asText(field.path("dateLabel")
                                .asText(field.path("timeLabel").asText()));
                if (label.isBlank()) {
                    wrong.add(id + " " + key + ": no label");
                }
                if (!seen.add(key)) {
                    wrong.add(id + " " + key + ": stands twice");
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMunicipalityIsChosenAmongAllThereAreByItsCode() {
        assertThat(Municipalities.names())
                .hasSize(290)
                .containsEntry("0127", "Botkyrka")
                .containsEntry("0180", "Stockholm");
        for (String form : List.of("referral-referral", "referral-correction")) {
            JsonNode field = Models.fields(Models.forms().get(form)).stream()
                    .filter(one -> one.path("key").asText().equals("municipality"))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> options = new HashMap<>();
            field.path("values")
                    .forEach(option -> options.put(
                            option.path("value").asText(), option.path("label").asText()));
            assertThat(options).as(form).isEqualTo(Municipalities.names());
            assertThat(field.path("searchable").asBoolean()).as(form).isTrue();
        }
    }

    @Test
    void noTextOfAFormShowsAValueAsHtml() {
        Models.forms().forEach((id, form) -> form.findParents("type").stream()
                .filter(component -> component.path("type").asText().equals("text"))
                .forEach(component ->
                        assertThat(component.path("text").asText()).as(id).doesNotContain("{{", "=")));
    }
}
