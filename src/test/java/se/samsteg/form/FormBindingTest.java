package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsteg.form.Models.form;
import static se.samsteg.form.Models.oneTask;
import static se.samsteg.form.Models.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samsteg.engine.Phase;

class FormBindingTest {

    private static final String NOTE = "{\"type\":\"textarea\",\"key\":\"note\",\"label\":\"Anteckning\"}";
    private static final String ADMITTED = "{\"type\":\"checkbox\",\"key\":\"admitted\",\"label\":\"Antas\"}";
    private static final String THEMES = "{\"type\":\"checklist\",\"key\":\"themes\",\"label\":\"Teman\",\"values\":"
            + "[{\"label\":\"Sömn\",\"value\":\"sleep\"},{\"label\":\"Kost\",\"value\":\"food\"}]}";
    private static final String SHOWN =
            "{\"type\":\"textfield\",\"key\":\"participant\",\"label\":\"Deltagare\",\"disabled\":true}";
    private static final String DATE =
            "{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"day\",\"dateLabel\":\"Dag\"}";

    private static final String RECORD =
            "<camunda:taskListener event=\"complete\" expression=\"${phase.record(task)}\"/>";

    /** What the model calls. */
    @Phase("phase")
    public static class TestPhase {

        private final Forms forms;
        private final List<Forms.Filled> recorded;

        TestPhase(Forms forms, List<Forms.Filled> recorded) {
            this.forms = forms;
            this.recorded = recorded;
        }

        public void record(DelegateTask task) {
            recorded.add(forms.of(task));
        }

        public void recordStart(DelegateExecution execution) {
            recorded.add(forms.ofStart(execution));
            execution.setVariable("caseNumber", "SB-2026-0001");
        }

        public String participant() {
            return "Anna Andersson";
        }

        public List<String> themes() {
            return List.of("sleep");
        }

        public @Nullable String nothing() {
            return null;
        }
    }

    private static final List<Forms.Filled> recorded = new ArrayList<>();
    private static FormEngine samsteg = FormEngine.fresh(forms -> Map.of("phase", new TestPhase(forms, recorded)));

    @AfterEach
    void clear() {
        samsteg.clear();
        recorded.clear();
    }

    @AfterAll
    static void stop() {
        samsteg.close();
    }

    private void begin() {
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
    }

    private void submit(Map<String, Object> values) {
        samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), values);
    }

    private List<String> processVariables() {
        return samsteg.engine.getRuntimeService().createVariableInstanceQuery().list().stream()
                .map(v -> v.getName())
                .toList();
    }

    @Test
    void submittedValuesReachTheListenerAndNoTableOfTheEngine() {
        samsteg.deploy(oneTask(RECORD), form(NOTE, ADMITTED, THEMES, DATE));
        begin();
        submit(Map.of(
                "note",
                "hemlighet-ett",
                "admitted",
                true,
                "themes",
                SpinValues.jsonValue("[\"sleep\"]").create(),
                "day",
                "2026-03-04"));
        assertThat(recorded).singleElement().satisfies(filled -> {
            assertThat(filled.id()).isEqualTo("test-form");
            assertThat(filled.version()).matches("[0-9a-f]{12}");
            assertThat(filled.values())
                    .containsExactly(
                            Map.entry("note", "hemlighet-ett"),
                            Map.entry("admitted", true),
                            Map.entry("themes", List.of("sleep")),
                            Map.entry("day", "2026-03-04"));
        });
        assertThat(processVariables()).isEmpty();
        assertThat(samsteg.everythingStored()).isNotEmpty().noneMatch(row -> row.contains("hemlighet-ett"));
    }

    @Test
    void valuesSavedBeforeCompletionAreGoneAfterIt() {
        samsteg.deploy(oneTask(RECORD), form(NOTE, THEMES));
        begin();
        samsteg.engine.getTaskService().setVariable(samsteg.taskId(), "note", "hemlighet-två");
        assertThat(samsteg.everythingStored()).anyMatch(row -> row.contains("hemlighet-två"));
        samsteg.engine.getTaskService().complete(samsteg.taskId());
        assertThat(recorded).singleElement().satisfies(filled -> assertThat(filled.values())
                .containsEntry("note", "hemlighet-två"));
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemlighet-två"));
    }

    @Test
    void emptyTextsAreLeftOutAndUntouchedListsAreEmpty() {
        samsteg.deploy(oneTask(RECORD), form(NOTE, ADMITTED, THEMES));
        begin();
        submit(Map.of("note", "", "admitted", false));
        assertThat(recorded.get(0).values()).isEqualTo(Map.of("admitted", false, "themes", List.of()));
    }

    @Test
    void onlyWhatTheModelExportsLeavesTheTask() {
        samsteg.deploy(
                oneTask(
                        RECORD
                                + "<camunda:inputOutput><camunda:outputParameter name=\"admitted\">${admitted}</camunda:outputParameter></camunda:inputOutput>"),
                form(NOTE, ADMITTED));
        begin();
        submit(Map.of("note", "hemlighet", "admitted", true));
        assertThat(processVariables()).containsExactly("admitted");
    }

    @Test
    void prefilledValuesAreShownAndTheEditedOnesRecorded() {
        samsteg.deploy(oneTask(RECORD + """
                                <camunda:inputOutput>
                                  <camunda:inputParameter name="participant">${phase.participant()}</camunda:inputParameter>
                                  <camunda:inputParameter name="themes">${phase.themes()}</camunda:inputParameter>
                                  <camunda:inputParameter name="note">${phase.nothing()}</camunda:inputParameter>
                                </camunda:inputOutput>
                                """), form(SHOWN, NOTE, THEMES));
        begin();
        var shown = samsteg.engine.getFormService().getTaskFormVariables(samsteg.taskId());
        assertThat(shown.get("participant")).isEqualTo("Anna Andersson");
        assertThat(shown.getValueTyped("themes").getType().getName()).isEqualTo("json");
        assertThat(shown.getValueTyped("note").getType().getName()).isEqualTo("string");
        submit(Map.of("note", "ny"));
        assertThat(recorded.get(0).values()).isEqualTo(Map.of("note", "ny", "themes", List.of("sleep")));
    }

    @Test
    void nothingIsExportedWhenATimerCancelsTheTask() {
        samsteg.deploy(cancellable(), form(NOTE, ADMITTED));
        begin();
        samsteg.engine.getTaskService().setVariable(samsteg.taskId(), "admitted", true);
        samsteg.engine
                .getManagementService()
                .executeJob(samsteg.engine
                        .getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());
        assertThat(samsteg.openTask()).isNull();
        assertThat(processVariables()).isEmpty();
    }

    @Test
    void nothingIsExportedWhenTheWholeProcessIsCancelledByAnEvent() {
        samsteg.deploy(process("""
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:userTask id="task" camunda:formRef="test-form" camunda:formRefBinding="deployment">
                          <bpmn:extensionElements><camunda:inputOutput>
                            <camunda:outputParameter name="admitted">${admitted}</camunda:outputParameter>
                          </camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>
                        <bpmn:subProcess id="withdrawn" triggeredByEvent="true">
                          <bpmn:startEvent id="signal"><bpmn:timerEventDefinition>
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>
                          </bpmn:timerEventDefinition></bpmn:startEvent>
                          <bpmn:sequenceFlow id="f3" sourceRef="signal" targetRef="wait"/>
                          <bpmn:receiveTask id="wait"/>
                        </bpmn:subProcess>
                        """), form(NOTE, ADMITTED));
        begin();
        samsteg.engine.getTaskService().setVariable(samsteg.taskId(), "admitted", true);
        samsteg.engine
                .getManagementService()
                .executeJob(samsteg.engine
                        .getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());
        assertThat(samsteg.openTask()).isNull();
        assertThat(processVariables()).isEmpty();
    }

    private static String cancellable() {
        return process("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <bpmn:userTask id="task" camunda:formRef="test-form" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:outputParameter name="admitted">${admitted}</camunda:outputParameter>
                  </camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>
                <bpmn:boundaryEvent id="timer" attachedToRef="task"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="f2" sourceRef="timer" targetRef="after"/>
                <bpmn:receiveTask id="after"/>
                """);
    }

    @Test
    void eachParallelInstanceOfATaskHasItsOwnValues() {
        samsteg.deploy(process("""
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:userTask id="task" camunda:formRef="test-form" camunda:formRefBinding="deployment">
                          <bpmn:extensionElements>%s</bpmn:extensionElements>
                          <bpmn:multiInstanceLoopCharacteristics>
                            <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality>
                          </bpmn:multiInstanceLoopCharacteristics>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="f2" sourceRef="task" targetRef="after"/>
                        <bpmn:receiveTask id="after"/>
                        """.formatted(RECORD)), form(NOTE));
        begin();
        var tasks = samsteg.engine.getTaskService().createTaskQuery().list();
        samsteg.engine.getTaskService().setVariable(tasks.get(0).getId(), "note", "hemlighet-tre");
        samsteg.engine.getFormService().submitTaskForm(tasks.get(1).getId(), Map.of());
        assertThat(recorded.get(0).values()).isEmpty();
        samsteg.engine.getFormService().submitTaskForm(tasks.get(0).getId(), Map.of());
        assertThat(recorded.get(1).values()).containsEntry("note", "hemlighet-tre");
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemlighet-tre"));
    }

    private static String started(String startAttributes, String startExtensions, String processExtensions) {
        return process("""
                <bpmn:extensionElements>%s</bpmn:extensionElements>
                <bpmn:startEvent id="start" camunda:formRef="test-form" camunda:formRefBinding="deployment" %s>
                  <bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:startEvent>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="after"/>
                <bpmn:receiveTask id="after"/>
                """.formatted(processExtensions, startAttributes, startExtensions));
    }

    private static final String RECORD_START =
            "<camunda:executionListener event=\"start\" expression=\"${phase.recordStart(execution)}\"/>";

    private void submitStart(Map<String, Object> values) {
        String id = samsteg.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
        samsteg.engine.getFormService().submitStartForm(id, Variables.fromMap(values));
    }

    @Test
    void aStartFormIsRecordedByAListenerOfTheProcessAndLeavesNoRow() {
        samsteg.deploy(started("", "", RECORD_START), form(NOTE, ADMITTED));
        submitStart(Map.of("note", "hemlighet-fyra", "admitted", true));
        assertThat(recorded.get(0).values()).containsEntry("note", "hemlighet-fyra");
        assertThat(processVariables()).containsExactly("caseNumber");
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemlighet-fyra"));
    }

    @Test
    void aStartFormIsRecordedByAListenerOfTheStartEventToo() {
        samsteg.deploy(started("", RECORD_START, ""), form(NOTE, ADMITTED));
        submitStart(Map.of("note", "hemlighet-fem"));
        assertThat(recorded.get(0).values()).containsEntry("note", "hemlighet-fem");
        assertThat(processVariables()).containsExactly("caseNumber");
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemlighet-fem"));
    }

    @Test
    void whatTheStartEventKeepsStaysInTheProcess() {
        samsteg.deploy(
                started(
                        "",
                        "<camunda:properties><camunda:property name=\"keep\" value=\"admitted\"/></camunda:properties>",
                        ""),
                form(NOTE, ADMITTED));
        submitStart(Map.of("note", "hemlighet", "admitted", true));
        assertThat(processVariables()).containsExactly("admitted");
    }

    @Test
    void anotherEngineOnTheSameDatabaseStillKnowsTheForm() {
        samsteg.deploy(oneTask(RECORD), form(NOTE, THEMES));
        begin();
        samsteg = samsteg.restarted();
        submit(Map.of("note", "hemlighet-sex"));
        assertThat(recorded.get(0).values()).containsEntry("note", "hemlighet-sex");
        begin();
        submit(Map.of("note", "hemlighet-sex"));
        assertThat(processVariables()).isEmpty();
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemlighet-sex"));
    }

    private void assertRefused(String bpmn, String why, String... forms) {
        assertThatThrownBy(() -> samsteg.deploy(bpmn, forms)).hasMessageContaining(why);
    }

    @Test
    void aModelWhoseFormIsNotInTheDeploymentIsRefused() {
        assertRefused(oneTask(""), "form test-form is not in the deployment");
        assertRefused(started("", "", ""), "form test-form is not in the deployment");
    }

    @Test
    void aUserTaskWithoutAFormIsRefused() {
        assertRefused(oneTask("", ""), "has no form");
    }

    @Test
    void aFormThatIsNotBoundToItsDeploymentIsRefused() {
        assertRefused(
                oneTask("camunda:formRef=\"test-form\" camunda:formRefBinding=\"latest\"", ""),
                "formRefBinding must be deployment",
                form(NOTE));
    }

    @Test
    void anExportThatIsNotLocalToTheTaskIsRefused() {
        assertRefused(
                oneTask(
                        "<camunda:inputOutput><camunda:outputParameter name=\"other\">${note}</camunda:outputParameter></camunda:inputOutput>"),
                "exports what is neither in its form nor an input: [other]",
                form(NOTE));
    }

    @Test
    void anAsynchronousStartEventWithAFormIsRefused() {
        assertRefused(started("camunda:asyncBefore=\"true\"", "", ""), "asynchronous", form(NOTE));
    }

    @Test
    void aFormOnATimerStartEventIsRefused() {
        assertRefused(process("""
                        <bpmn:startEvent id="start" camunda:formRef="test-form" camunda:formRefBinding="deployment">
                          <bpmn:timerEventDefinition>
                            <bpmn:timeDate xsi:type="bpmn:tFormalExpression">2030-01-01T08:00:00</bpmn:timeDate>
                          </bpmn:timerEventDefinition></bpmn:startEvent>
                        """), "would not be shown", form(NOTE));
    }

    @Test
    void aFieldThatTheFormHidesIsNotRecordedAndADefaultIs() {
        samsteg.deploy(
                oneTask(RECORD),
                form(
                        ADMITTED,
                        "{\"type\":\"textfield\",\"key\":\"coach\",\"label\":\"Coach\",\"defaultValue\":\"coach.one\","
                                + "\"conditional\":{\"hide\":\"=not(admitted)\"}}"));
        begin();
        submit(Map.of("admitted", false));
        begin();
        submit(Map.of("admitted", true));
        assertThat(recorded.get(0).values()).isEqualTo(Map.of("admitted", false));
        assertThat(recorded.get(1).values()).isEqualTo(Map.of("admitted", true, "coach", "coach.one"));
    }

    @Test
    void aComponentThatTheRulesCannotCheckIsRefused() {
        assertRefused(
                oneTask(""),
                "component filepicker is not supported",
                form("{\"type\":\"filepicker\",\"key\":\"file\"}"));
        assertRefused(
                oneTask(""),
                "a group must not have a path",
                form("{\"type\":\"group\",\"path\":\"p\",\"components\":[" + NOTE + "]}"));
        assertRefused(oneTask(""), "two fields with the key note", form(NOTE, NOTE));
    }
}
