package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

/** No question about a case tells a stranger, who tries numbers, which cases there are. */
@SamstegTest
class ForeignCaseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** Those who ask for something, none of whom has to do with the case. */
    private static final List<String> STRANGERS = List.of("handlaggare.af", "coach2", "gruppcoach2", "konsulent1");

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private String foreign;
    private String closed;

    @BeforeEach
    void anOpenAndAClosedCase() {
        world.begin(MONDAY);
        foreign = enrolled.open("coach1", MONDAY);
        closed = enrolled.open("coach1", MONDAY);
        cases.close(closed, MONDAY);
    }

    /** Processes that Tasklist starts with a case number. */
    static Stream<String> processes() {
        return Models.processes().entrySet().stream()
                .filter(model -> model.getValue().getModelElementsByType(StartEvent.class).stream()
                        .map(ForeignCaseTest::form)
                        .anyMatch(form -> Models.forms().containsKey(form)
                                && Models.fields(Models.forms().get(form)).stream()
                                        .anyMatch(field ->
                                                field.path("key").asText().equals("caseNumber"))))
                .map(Map.Entry::getKey);
    }

    private static String form(StartEvent start) {
        return String.valueOf(start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aForeignAClosedAndAMadeUpCaseGetOneAndTheSameAnswer(String process) {
        String asking = STRANGERS.stream()
                .filter(user -> world.as(user, () -> repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(process)
                                .startablePermissionCheck()
                                .count())
                        > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stranger may start " + process));

        for (String caseNumber : List.of(foreign, closed, "SB-2020-9999", "XX-2020-9999")) {
            Throwable refused = catchThrowable(() -> world.starts(asking, process, filledIn(process, caseNumber)));

            assertThat(refused)
                    .as(caseNumber)
                    .isInstanceOf(Refused.class)
                    .hasMessage("Ärende: inget pågående ärende med det numret finns bland dina ärenden.");
        }
        assertThat(jdbc.sql("select count(*) from fact").query(Integer.class).single())
                .isZero();
    }

    private static Map<String, Object> filledIn(String process, String caseNumber) {
        String form = Models.processes().get(process).getModelElementsByType(StartEvent.class).stream()
                .map(ForeignCaseTest::form)
                .filter(Models.forms()::containsKey)
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode field : Models.fields(Models.forms().get(form))) {
            String key = field.path("key").asText();
            if (key.equals("caseNumber")) {
                values.put(key, caseNumber);
            } else if (field.path("validate").path("required").asBoolean() && !field.has("conditional")) {
                values.put(key, answer(field));
            }
        }
        if (process.equals("sip")) {
            values.put("parties", List.of("af")); // of a meeting with authorities, the first answer
        }
        if (process.equals("pause")) {
            values.put("untilDay", MONDAY.plusWeeks(2)); // of a pause that begins, the first answer
        }
        return values;
    }

    private static Object answer(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "radio", "select" -> field.path("values").path(0).path("value").asText();
            case "checklist", "taglist" ->
                List.of(field.path("values").path(0).path("value").asText());
            case "datetime" -> field.path("subtype").asText().equals("time") ? "10:00" : MONDAY;
            case "number" -> field.path("validate").path("min").asInt(1);
            case "checkbox" -> true;
            default -> "Ord";
        };
    }
}
