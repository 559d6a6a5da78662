package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.FormFiles;
import se.samsteg.journey.World;

/**
 * What staff type into forms in a real Chromium, English and in New York: every field of every form keeps it, takes it for
 * what it is or refuses it in words.
 */
@SamstegTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypingTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private Browser coach;
    private FormOnScreen form;
    private String caseNumber;

    @BeforeAll
    void aCoachInNewYorkBeginsAProcess() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        caseNumber = enrolled.open("coach1", LocalDate.now());
        coach = Browser.open();
        coach.webDriver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        coach.webDriver().executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "en-US"));
        coach.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
        coach.begins("Skydda personuppgifter");
        form = new FormOnScreen(coach);
    }

    @AfterAll
    void close() {
        if (coach != null) {
            coach.close();
        }
    }

    /** Every shipped form that has such fields, with nothing hidden, and their keys. */
    private static Map<JsonNode, List<String>> formsWith(String type, String subtype) throws IOException {
        Map<JsonNode, List<String>> found = new LinkedHashMap<>();
        for (JsonNode form : forms()) {
            form.findParents("conditional").forEach(field -> ((ObjectNode) field).remove("conditional"));
            form.findParents("min").forEach(rules -> ((ObjectNode) rules).remove("min")); // bounds: FormRulesTest
            Set<String> ofRows = form.findParents("isRepeating").stream() // which a page of its own draws
                    .flatMap(list -> list.findValuesAsText("key").stream())
                    .collect(Collectors.toSet());
            List<String> keys = form.findParents("key").stream()
                    .filter(field -> field.path("type").asText().equals(type)
                            && field.path("subtype").asText().equals(subtype)
                            && !field.path("disabled").asBoolean())
                    .map(field -> field.path("key").asText())
                    .filter(key -> !ofRows.contains(key))
                    .toList();
            if (!keys.isEmpty()) {
                found.put(form, keys);
            }
        }
        return found;
    }

    private static List<JsonNode> forms() throws IOException {
        List<JsonNode> forms = new ArrayList<>();
        for (String id : FormFiles.allWithOwn()) {
            forms.add(JSON.readTree(FormFiles.json(id)));
        }
        return forms;
    }

    /** A text in every field of a type in every form becomes a value, or stays as it is beside an error. */
    private int everyFieldTakes(String type, String subtype, String text, Object value) throws IOException {
        return everyField(type, subtype, text, value, value.toString(), null);
    }

    private int everyFieldRefuses(String type, String subtype, String text, String error) throws IOException {
        return everyField(type, subtype, text, text, text, error);
    }

    private int everyField(String type, String subtype, String typed, Object value, String text, @Nullable String error)
            throws IOException {
        int fields = 0;
        for (var one : formsWith(type, subtype).entrySet()) {
            form.draw(one.getKey(), Map.of());
            one.getValue().forEach(key -> form.types(key, typed));
            form.leaves();
            Map<String, Object> values = form.values();
            Map<String, Object> texts = form.texts();
            Map<String, Object> errors = form.errors();
            for (String key : one.getValue()) {
                String what = "%s of %s after %s"
                        .formatted(key, one.getKey().path("id").asText(), typed);
                assertThat(String.valueOf(values.get(key))).as(what).isEqualTo(String.valueOf(value));
                assertThat(values.get(key)).as(what).hasSameClassAs(value instanceof Integer ? 1L : "");
                assertThat(texts.get(key)).as(what).isEqualTo(text);
                assertThat(errors.get(key)).as(what).isEqualTo(error);
                fields++;
            }
            assertThat(form.isBlocked())
                    .as("grey button of %s: %s"
                            .formatted(one.getKey().path("id").asText(), form.why()))
                    .isEqualTo(!errors.isEmpty());
            assertThat(form.why().isEmpty()).isEqualTo(errors.isEmpty());
        }
        return fields;
    }

    @Test
    void everyDateIsTheOneThatIsTyped() throws IOException {
        assertThat(everyFieldTakes("datetime", "date", "20281128", "2028-11-28"))
                .isGreaterThanOrEqualTo(48);
        everyFieldRefuses("datetime", "date", "28.11.2028", "Skriv datumet som ÅÅÅÅ-MM-DD.");
    }

    @Test
    void aDateIsTakenAsEightDigitsOrWithHyphensAndInNoOtherWay() {
        form.draw(ownForm("date"), Map.of());
        for (String day : List.of("2028-11-28", "19800115", "20261224", "2024-02-29", " 20281128 ", "19000101")) {
            form.types("k0", day);
            String digits = day.replaceAll("[ -]", "");
            assertThat(form.values())
                    .as(day)
                    .containsEntry(
                            "k0", digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6));
            assertThat(form.errors()).as(day).isEmpty();
        }
        for (String other :
                List.of("28.11.2028", "281128", "11/28/2028", "2028-1128", "2028-11", "2028", "imorgon", "202811280")) {
            form.types("k0", other);
            assertThat(form.errors()).as(other).containsEntry("k0", "Skriv datumet som ÅÅÅÅ-MM-DD.");
            assertThat(form.texts()).as(other).containsEntry("k0", other);
            assertThat(form.isBlocked()).as(other).isTrue();
        }
        for (String never : List.of("2028-02-30", "20270229", "2028-13-01", "20281100")) {
            form.types("k0", never);
            assertThat(form.errors()).as(never).containsEntry("k0", "Datumet finns inte i kalendern.");
            assertThat(form.texts()).as(never).containsEntry("k0", never.length() == 8 ? dashed(never) : never);
        }
        form.types("k0", "");
        assertThat(form.errors()).isEmpty();
        assertThat(form.values()).containsEntry("k0", null);
        assertThat(form.isBlocked()).isFalse();
    }

    private static String dashed(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    @Test
    void aDateIsMendedByTheBackspaceKeyAndPasted() {
        form.draw(ownForm("date", "textfield"), Map.of());
        form.focuses("k0");
        form.typesByHand("20281128\b\b27");
        form.leaves();
        assertThat(form.values()).containsEntry("k0", "2028-11-27");
        form.pastes("k0", "2031-05-04\u00a0");
        assertThat(form.values()).containsEntry("k0", "2031-05-04");
    }

    @Test
    void aListOpensAgainAfterItWasClosedWithAnErrorOrByAChoice() {
        JsonNode own = ownForm("select", "textfield");
        ((ObjectNode) own.path("components").path(0)).putObject("validate").put("required", true);
        form.draw(own, Map.of());
        assertThat(form.clicksList("k0")).isTrue();
        assertThat(form.clicksList("k0")).isFalse();
        assertThat(form.errors()).containsKey("k0");
        assertThat(form.clicksList("k0")).isTrue();
        form.fills("k0", Objects.requireNonNull(form.asked().get("k0")), "yes");
        assertThat(form.clicksList("k0")).isTrue();
        form.fills("k0", Objects.requireNonNull(form.asked().get("k0")), "no");
        assertThat(form.values()).containsEntry("k0", "no");
        form.leaves();
    }

    @Test
    void everyTimeIsKeptToTheMinute() throws IOException {
        assertThat(everyFieldTakes("datetime", "time", "9:07", "09:07")).isGreaterThanOrEqualTo(5);
        everyFieldTakes("datetime", "time", "0930", "09:30");
        everyFieldTakes("datetime", "time", "14.45", "14:45");
        everyFieldRefuses("datetime", "time", "9", "Skriv tiden som TT:MM, till exempel 09:30.");
        everyFieldRefuses("datetime", "time", "25:00", "Skriv tiden som TT:MM, till exempel 09:30.");
        assertThat(form.finds(".fjs-dropdownlist"))
                .as("lists that cover something")
                .isZero();
    }

    @Test
    void everyNumberIsAWholeOneAndWhatIsTypedStays() throws IOException {
        assertThat(everyFieldRefuses("number", "", "0,5", "Skriv ett heltal.")).isGreaterThanOrEqualTo(12);
        everyFieldRefuses("number", "", "7.5", "Skriv ett heltal.");
        everyFieldTakes("number", "", "7", 7);
        form.draw(ownForm("number"), Map.of());
        for (String text : List.of("1,2", "7,5", "sju", "1e3", "--1", "-", "0x10")) {
            form.types("k0", text);
            assertThat(form.errors()).as(text).containsEntry("k0", "Skriv ett heltal.");
            assertThat(form.texts()).as(text).containsEntry("k0", text);
        }
        form.types("k0", "12 000");
        assertThat(form.values()).containsEntry("k0", 12000L);
        form.types("k0", "");
        assertThat(form.values()).containsEntry("k0", null);
        assertThat(form.errors()).isEmpty();
    }

    private static boolean isEmpty(@Nullable Object answer) {
        return answer == null || answer.equals("") || answer.equals(false) || answer.equals(List.of());
    }

    @Test
    void aRequiredFieldThatIsHiddenAgainBlocksNothing() throws IOException {
        int fields = 0;
        for (JsonNode one : forms()) {
            form.draw(one, Map.of());
            for (FormOnScreen.Hideable way : form.hideable()) {
                form.draw(one, way.shown());
                form.answer(way.shown());
                Map<String, Object> answered = form.values();
                List<String> left = way.keys().stream()
                        .filter(form::isThere)
                        .filter(key -> isEmpty(answered.get(key)))
                        .toList();
                if (left.isEmpty() || !way.shown().keySet().stream().allMatch(form::isThere)) {
                    // A list without options, fields that have an answer from the beginning, or what asks is hidden
                    // itself.
                    continue;
                }
                left.forEach(form::visits);
                form.leaves();
                String what = one.path("id").asText() + " " + way;
                assertThat(form.errors()).as(what).containsKeys(left.toArray(String[]::new));
                assertThat(form.isBlocked()).as(what).isTrue();

                form.answer(way.hidden());

                Map<String, Object> errors = form.errors();
                assertThat(errors.keySet()).as(what).isSubsetOf(form.shown()).doesNotContainAnyElementsOf(left);
                assertThat(form.isBlocked()).as(what).isEqualTo(!errors.isEmpty());
                assertThat(form.why().isEmpty()).as(what).isEqualTo(errors.isEmpty());
                fields += left.size();
            }
        }
        assertThat(fields).as("required fields behind a condition").isGreaterThanOrEqualTo(90);
    }

    @Test
    void theGreyButtonNamesAFieldAsTheScreenDoes() {
        JsonNode own = ownForm("textfield", "time");
        own.findParents("key")
                .forEach(field -> ((ObjectNode) field).putObject("validate").put("required", true));
        ((ObjectNode) own.path("components").path(0)).put("label", "=participant");
        form.draw(own, Map.of("participant", "Åsa Öberg"));
        form.visits("k0");
        form.leaves();

        assertThat(form.why()).isEqualTo("Rätta först: Åsa Öberg, time1");
    }

    @Test
    void aNumberThatIsNotThereIsNoDeadEndForTheMouse() throws IOException {
        form.draw(JSON.readTree(Path.of("forms/referral-referral.form").toFile()), Map.of());
        form.clicks("identityNumber", 0);
        form.clicks("hasIdentityNumber", 1);
        form.waitsFor("birthDate");

        assertThat(form.errors()).isEmpty();
        assertThat(form.isBlocked()).isFalse();
        assertThat(form.why()).isEmpty();
    }

    @Test
    void everyKeyIsInItsFieldAfterAFieldOfEachType() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("textfield", "Redo");
        typed.put("textarea", "Redo");
        typed.put("number", "42");
        typed.put("date", "20281128");
        typed.put("time", "9:07");
        for (String before :
                List.of("number", "textfield", "textarea", "date", "time", "checkbox", "radio", "select")) {
            List<String> kinds = new ArrayList<>(List.of("number"));
            typed.keySet().forEach(after -> kinds.addAll(List.of(before, after)));
            form.draw(ownForm(kinds.toArray(String[]::new)), Map.of());
            form.focuses("k0");
            for (int n = 0; n < kinds.size(); n++) {
                if (n > 0) {
                    form.tabsTo("k" + n);
                }
                form.typesByHand(typed.getOrDefault(kinds.get(n), " "));
            }
            form.leaves();
            Map<String, Object> values = form.values();
            for (int n = 0; n < kinds.size(); n++) {
                String expected =
                        switch (kinds.get(n)) {
                            case "date" -> "2028-11-28";
                            case "time" -> "09:07";
                            default -> typed.get(kinds.get(n));
                        };
                if (expected != null) {
                    assertThat(String.valueOf(values.get("k" + n)))
                            .as(kinds.get(n) + " after " + before)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void everyKeyIsInTheFormBeforeItCanBeDrawnAnewOrSent() {
        form.draw(ownForm("textfield", "textarea"), Map.of());
        for (String key : List.of("k0", "k1")) {
            form.focuses(key);
            assertThat(form.valueAfter(key, "Redo att gå")).isEqualTo("Redo att gå");
            form.leaves();
        }
    }

    @Test
    void anIdentityNumberIsCheckedAtItsField() {
        form.draw(ownForm("identityNumber"), Map.of());
        for (String text : List.of("800101–9804", "19800101 9804", "800101\u00a09804", "800101‑9804")) {
            form.pastes("identityNumber", text);
            assertThat(form.errors()).as(text).isEmpty();
            assertThat(String.valueOf(form.values().get("identityNumber")).replace("-", ""))
                    .as(text)
                    .endsWith("8001019804");
        }
        for (String text : List.of("191500722390", "19850060-2381", "19800101-9804", "800101+9804")) {
            form.types("identityNumber", text);
            assertThat(form.errors()).as(text).isEmpty();
            assertThat(form.values()).as(text).containsEntry("identityNumber", text);
        }
        for (String text : List.of("19800101-9805", "800132-9804", "19800230-1234", "000000-0000")) {
            form.types("identityNumber", text);
            assertThat(form.errors())
                    .as(text)
                    .containsEntry(
                            "identityNumber",
                            "Personnummer eller samordningsnummer: numret är inte giltigt. Kontrollera datum och kontrollsiffra.");
        }
        form.types("identityNumber", "i morgon");
        assertThat(form.errors()).containsEntry("identityNumber", "Skriv numret som ÅÅÅÅMMDD-NNNN.");
        form.types("identityNumber", "19800101-9804");
        assertThat(form.errors()).as("when it is solved").isEmpty();
    }

    @Test
    void whatAFormProposesStandsThereAndWhatIsChosenInsteadStays() throws IOException {
        JsonNode referral = forms().stream()
                .filter(one -> one.path("id").asText().equals("referral-referral"))
                .findFirst()
                .orElseThrow();
        form.draw(referral, Map.of());
        form.types("identityNumber", "19800101-9804");
        assertThat(form.values())
                .containsEntry("sex", "woman")
                .containsEntry("consentUntil", LocalDate.now().plusMonths(18).toString());

        String chosen = LocalDate.now().plusDays(30).toString();
        form.types("consentUntil", chosen);
        form.types("identityNumber", "19850203-2397");
        assertThat(form.values()).containsEntry("sex", "man").containsEntry("consentUntil", chosen);
        form.answer(Map.of("sex", "other"));
        form.types("identityNumber", "19800101-9804");
        assertThat(form.values()).containsEntry("sex", "other");
    }

    /** A form with fields of some kinds, whose keys are k0, k1 ... or the kind's own. */
    private static JsonNode ownForm(String... kinds) {
        ObjectNode form = JSON.createObjectNode();
        form.put("type", "default").put("schemaVersion", 16).put("id", "own");
        ArrayNode components = form.putArray("components");
        for (int n = 0; n < kinds.length; n++) {
            ObjectNode field = components.addObject();
            field.put("id", "own_" + n).put("key", "k" + n).put("type", kinds[n]);
            field.put("label", kinds[n] + " " + n);
            switch (kinds[n]) {
                case "date", "time" -> {
                    field.remove("label");
                    field.put("type", "datetime").put("subtype", kinds[n]).put(kinds[n] + "Label", kinds[n] + n);
                    field.put("use24h", true).put("timeInterval", 15).put("timeSerializingFormat", "no_timezone");
                }
                case "number" -> field.put("decimalDigits", 0);
                case "identityNumber" -> {
                    field.put("type", "textfield").put("key", kinds[n]);
                    field.putObject("validate")
                            .put("maxLength", 13)
                            .put("pattern", "^[0-9]{6}([0-9]{2})?[-+]?[0-9]{4}$");
                    field.putObject("properties").put("hint", "skriv numret som ÅÅÅÅMMDD-NNNN.");
                }
                case "radio", "select" -> {
                    ArrayNode options = field.putArray("values");
                    options.addObject().put("label", "Ja").put("value", "yes");
                    options.addObject().put("label", "Nej").put("value", "no");
                }
                default -> {}
            }
        }
        return form;
    }

    @Test
    void aDateThatIsThereStaysAsItIs() {
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        String talk = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getExecutionId();
        runtime.setVariableLocal(talk, "outcome", "held");
        runtime.setVariableLocal(talk, "nextTalk", "2028-11-28");
        try (Browser other = Browser.open()) {
            other.webDriver()
                    .executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
            other.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            other.clicks("Genomför coachsamtal");
            other.reads("Nästa samtal", "2028-11-28");
            other.settles();
            other.reads("Nästa samtal", "2028-11-28");
            assertThat(new FormOnScreen(other).values()).containsEntry("nextTalk", "2028-11-28");
        }
    }

    @Test
    void whatTheServerRefusesStandsAtItsFieldUntilThatIsChanged() {
        try (Browser other = Browser.open()) {
            other.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            other.begins("Återkalla samtycke");
            other.types("Ärende", "SB-1999-0001");
            for (int n = 0; n < 2; n++) {
                other.clicksButton("Starta");
                other.reads("Ärende: ");
                assertThat(other.finds(".samsteg-refusal")).isEqualTo(1);
                assertThat(other.finds(".notifications .alert-danger")).isZero();
            }
            other.takesPicture("nekat-vid-faltet");
            other.types("Ärende", caseNumber);
            assertThat(other.finds(".samsteg-refusal")).isZero();
        }
    }

    @Test
    void aCaseIsMeantByItsNumberInLowerCaseOrByAName() {
        try (Browser other = Browser.open()) {
            other.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            other.begins("Återkalla samtycke");
            assertThat(other.suggestions("Ärende")).containsExactly(caseNumber + " Åsa Öberg");
            other.types("Ärende", " " + caseNumber.toLowerCase(Locale.ROOT));
            other.reads("Ärende", caseNumber);
            other.types("Ärende", "oberg");
            other.reads("Ärende", caseNumber);
            other.types("Ärende", "Svensson");
            other.reads("Skriv numret som SB-2026-0042.");
            other.takesPicture("arende-vid-faltet");
        }
    }
}
