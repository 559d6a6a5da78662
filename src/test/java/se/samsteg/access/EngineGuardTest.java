package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.engine.Phase;
import se.samsteg.form.FormEngine;
import se.samsteg.form.Refused;

/** No expression or script that a caller brings along is evaluated, wherever it stands. */
class EngineGuardTest {

    private static final FormEngine samsteg =
            FormEngine.fresh(forms -> Map.of("probe", new Probe(), "queryGuard", new QueryGuard()));

    /** Tells whether something of it was called. */
    @Phase("probe")
    public static final class Probe {

        static boolean called;

        public String touch() {
            called = true;
            return "coach1";
        }
    }

    @AfterEach
    void noUserIsLoggedIn() {
        samsteg.engine.getIdentityService().clearAuthentication();
        Probe.called = false;
        samsteg.clear();
    }

    @AfterAll
    static void stop() {
        samsteg.close();
    }

    private static TaskQuery query() {
        return samsteg.engine.getTaskService().createTaskQuery();
    }

    private static void isRefused(TaskQuery query) {
        assertThatThrownBy(query::list).isInstanceOf(Refused.class);
        assertThatThrownBy(query::count).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> query.listPage(0, 1)).isInstanceOf(Refused.class);
        assertThat(Probe.called).isFalse();
    }

    @Test
    void anExpressionInAQueryIsRefused() {
        isRefused(query().taskAssigneeExpression("${probe.touch()}"));
        isRefused(query().dueBeforeExpression("${probe.touch()}"));
        isRefused(query().processInstanceBusinessKeyLikeExpression("${probe.touch()}"));
    }

    @Test
    void anExpressionInAnOrPartIsRefused() {
        isRefused(query().taskName("x")
                .or()
                .taskAssigneeExpression("${probe.touch()}")
                .endOr());
        isRefused(query().or()
                .taskName("x")
                .endOr()
                .or()
                .taskOwnerExpression("${probe.touch()}")
                .endOr());
    }

    @Test
    void anExpressionInWhatExtendsAFilterIsRefused() {
        var filters = samsteg.engine.getFilterService();
        var filter = filters.newTaskFilter("alla").setQuery(query());
        filters.saveFilter(filter);
        List<TaskQuery> extensions = List.of(
                new TaskQueryImpl().taskAssigneeExpression("${probe.touch()}"),
                new TaskQueryImpl()
                        .or()
                        .taskAssigneeExpression("${probe.touch()}")
                        .endOr());
        for (TaskQuery extension : extensions) {
            assertThatThrownBy(() -> filters.list(filter.getId(), extension)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> filters.count(filter.getId(), extension)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> filters.listPage(filter.getId(), extension, 0, 1))
                    .isInstanceOf(Refused.class);
        }
        assertThat(Probe.called).isFalse();
        filters.deleteFilter(filter.getId());
    }

    @Test
    void filtersWithExpressionsAreRefusedAndUsersChangeNoFilters() {
        var filters = samsteg.engine.getFilterService();
        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("fel")
                        .setQuery(query().or()
                                .taskAssigneeExpression("${probe.touch()}")
                                .endOr())))
                .isInstanceOf(Refused.class);

        var filter = filters.newTaskFilter("rätt").setQuery(query());
        filters.saveFilter(filter);
        samsteg.engine.getIdentityService().setAuthentication("coach1", List.of("coach"));
        assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> filters.deleteFilter(filter.getId())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> filters.newTaskFilter("nytt")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution.getClass()}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getIdentityService()}",
                "${probe.getClass().getClassLoader()}",
                "${probe.class}",
                "${currentUser()}",
                "${dateTime().getChronology()}",
                "#{''['class']}"
            })
    void anExpressionOfAModelReachesNothingButPhases(String expression) {
        assertThatThrownBy(() -> {
                    samsteg.deploy(serviceTask(expression));
                    samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
                })
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void anExpressionOfAModelCallsAPhase() {
        samsteg.deploy(serviceTask("${probe.touch()}"));
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
        assertThat(Probe.called).isTrue();
    }

    @Test
    void aScriptIsNotRun() {
        samsteg.deploy(model("""
                <bpmn:scriptTask id="task" scriptFormat="javascript"><bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>
                """));
        assertThatThrownBy(() -> samsteg.engine.getRuntimeService().startProcessInstanceByKey("test"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessage("scripts are not run");
    }

    private static String serviceTask(String expression) {
        return model(
                "<bpmn:serviceTask id=\"task\" camunda:expression=\"" + expression.replace("'", "&apos;") + "\" />");
    }

    private static String model(String task) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="test" isExecutable="true">
                    <bpmn:startEvent id="start" />
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task" />
                    %s
                    <bpmn:sequenceFlow id="b" sourceRef="task" targetRef="end" />
                    <bpmn:endEvent id="end" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(task);
    }
}
