package se.samsteg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mockito.Mockito;
import se.samsteg.casefile.CasePhase;
import se.samsteg.form.FormFiles;
import se.samsteg.form.FormListeners;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

/**
 * Runs one BPMN from {@code processes/} with its forms on a real PostgreSQL, its phase beans mocked, and sees to it that
 * the tests of a class together pass every node:
 *
 * <pre>{@code
 * @RegisterExtension
 * static PhaseEngine engine = PhaseEngine.of("planning");
 *
 * private final Planning planning = engine.mock("planning", Planning.class); // fresh before each test
 * }</pre>
 */
public final class PhaseEngine implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Map<Object, Object> BEANS = new HashMap<>();
    private static final ProcessEngine ENGINE = build();

    private final String process;
    private final Map<String, String> called = new HashMap<>();
    private final Set<String> passed = new TreeSet<>();
    private final List<String> deployments = new ArrayList<>();

    private PhaseEngine(String process) {
        this.process = process;
    }

    public static PhaseEngine of(String process) {
        return new PhaseEngine(process);
    }

    /** Stands in for a called process: it ends at once. */
    public PhaseEngine calling(String calledProcess) {
        called.put(
                calledProcess,
                Bpmn.convertToString(Bpmn.createExecutableProcess(calledProcess)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .endEvent()
                        .done()));
        return this;
    }

    /** Stands in for a called process: it waits for the message {@code x.done}. */
    public PhaseEngine callingAndWaiting(String calledProcess) {
        called.put(
                calledProcess,
                Bpmn.convertToString(Bpmn.createExecutableProcess(calledProcess)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .receiveTask("receiveTask_" + calledProcess)
                        .message(calledProcess + ".done")
                        .endEvent()
                        .done()));
        return this;
    }

    /** Stands in for a called process: it ends with an error. */
    public PhaseEngine failing(String calledProcess, String error) {
        called.put(
                calledProcess,
                Bpmn.convertToString(Bpmn.createExecutableProcess(calledProcess)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .endEvent()
                        .error(error)
                        .done()));
        return this;
    }

    /** Stands in for a called process: it waits for the message {@code x.done}, or {@code x.fails} to end with an error. */
    public PhaseEngine callingUntilToldOrFailing(String calledProcess, String error) {
        var model = Bpmn.createExecutableProcess(calledProcess).camundaHistoryTimeToLiveString("P1D");
        model.eventSubProcess()
                .startEvent()
                .message(calledProcess + ".fails")
                .endEvent()
                .error(error);
        called.put(
                calledProcess,
                Bpmn.convertToString(model.startEvent()
                        .receiveTask("receiveTask_" + calledProcess)
                        .message(calledProcess + ".done")
                        .endEvent()
                        .done()));
        return this;
    }

    /** A mock that the models call by the bean's name. */
    public <T> T mock(String bean, Class<T> type) {
        T mock = Mockito.mock(type);
        BEANS.put(bean, mock);
        return mock;
    }

    /** Timers of alerts that no test waits for, and whom work is given to where the programme is as most are. */
    private static Programme programme() {
        Programme programme = Mockito.mock(Programme.class);
        Mockito.when(programme.alertCycle(Mockito.any())).thenReturn("R/2099-01-01T08:00:00/P14D");
        Mockito.when(programme.on(Mockito.any())).thenReturn(new Date(Long.MAX_VALUE / 1_000_000));
        Mockito.when(programme.workplaceStaff(Mockito.any())).thenReturn(List.of("employment-consultant"));
        Mockito.when(programme.assessors(Mockito.any())).thenReturn(List.of("occupational-therapist"));
        Mockito.when(programme.approvers(Mockito.any())).thenReturn(List.of("programme-lead"));
        return programme;
    }

    public ProcessEngine engine() {
        return ENGINE;
    }

    public ProcessInstance start(Map<String, Object> variables) {
        Object caseNumber = variables.get("caseNumber");
        return ENGINE.getRuntimeService()
                .startProcessInstanceByKey(process, caseNumber == null ? null : caseNumber.toString(), variables);
    }

    public ProcessInstance start(String caseNumber) {
        return start(Map.of("caseNumber", caseNumber));
    }

    /** The only open task with that element id. */
    public Task task(String elementId) {
        Task task = ENGINE.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(elementId)
                .initializeFormKeys()
                .singleResult();
        assertThat(task).as("open task " + elementId).isNotNull();
        return task;
    }

    public void complete(String elementId, Map<String, Object> values) {
        ENGINE.getTaskService().complete(task(elementId).getId(), values);
    }

    /** Lets the timer or asynchronous job of an element run now, before its due date too. */
    public void fire(String elementId) {
        Job job = ENGINE.getManagementService()
                .createJobQuery()
                .activityId(elementId)
                .listPage(0, 1)
                .get(0);
        ENGINE.getManagementService().executeJob(job.getId());
    }

    public void correlate(String message) {
        ENGINE.getRuntimeService().createMessageCorrelation(message).correlate();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        BpmnAwareTests.init(ENGINE);
        // What nearly every model asks of them does not matter to most tests.
        BEANS.computeIfAbsent("programme", name -> programme());
        BEANS.computeIfAbsent("casefile", name -> Mockito.mock(CasePhase.class));
        BEANS.computeIfAbsent("letter", name -> Mockito.mock(Letter.class));
        DeploymentBuilder deployment = ENGINE.getRepositoryService().createDeployment();
        add(deployment, Path.of("processes", process + ".bpmn"));
        FormFiles.all().forEach(form -> deployment.addString("forms/" + form + ".form", FormFiles.json(form)));
        try (var decisions = Files.list(Path.of("processes/decisions"))) {
            decisions.sorted().forEach(decision -> add(deployment, decision));
        }
        called.forEach((id, model) -> deployment.addString(id + ".bpmn", model));
        deployments.add(deployment.deploy().getId());
    }

    private static void add(DeploymentBuilder deployment, Path file) {
        try {
            deployment.addString(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ENGINE.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> process.equals(activity.getProcessDefinitionKey()))
                .filter(activity -> activity.getEndTime() != null)
                .map(HistoricActivityInstance::getActivityId)
                .forEach(passed::add);
        deployments.forEach(id -> ENGINE.getRepositoryService().deleteDeployment(id, true));
        deployments.clear();
        BEANS.clear();
        ClockUtil.reset();
        Mockito.framework().clearInlineMocks();
    }

    /** Every node of the model was passed by some test of the class. */
    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> nodes = Bpmn.readModelFromFile(
                        Path.of("processes", process + ".bpmn").toFile())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(passed).as("nodes passed by the tests of " + process).containsAll(nodes);
    }

    private static ProcessEngine build() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("phase");
        configuration.setJdbcUrl(TestDatabase.url("phase"));
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new LeanHistory())));
        configuration.setHistory(LeanHistory.NAME);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(BEANS);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(FormListeners.binding())));
        configuration.getProcessEnginePlugins().add(new org.camunda.spin.plugin.impl.SpinProcessEnginePlugin());
        return configuration.buildProcessEngine();
    }
}
