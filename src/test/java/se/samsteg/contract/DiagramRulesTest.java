package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule finds the fault that it is there for, in a good diagram that is changed in one place. */
class DiagramRulesTest {

    /** Remiss - Bedöm - Antas? Ja: a sub-process, then the good end; Nej: down to the other end. */
    private static final String GOOD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:i="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:d="http://www.omg.org/spec/DD/20100524/DI"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="good" name="Gott" camunda:historyTimeToLive="P180D">
                <startEvent id="startEvent_in" name="Remiss" />
                <userTask id="userTask_judge" name="Bedöm" />
                <boundaryEvent id="timer_late" name="Sent" attachedToRef="userTask_judge"><timerEventDefinition /></boundaryEvent>
                <endEvent id="endEvent_late" name="Väckt" />
                <exclusiveGateway id="gateway_ok" name="Antas?" />
                <subProcess id="subProcess_in" name="Insats">
                  <callActivity id="callActivity_coach" name="Coacha" />
                </subProcess>
                <endEvent id="endEvent_yes" name="Antagen" />
                <endEvent id="endEvent_no" name="Avböjd" />
                <sequenceFlow id="flow_1" sourceRef="startEvent_in" targetRef="userTask_judge" />
                <sequenceFlow id="flow_2" sourceRef="userTask_judge" targetRef="gateway_ok" />
                <sequenceFlow id="flow_yes" name="Ja" sourceRef="gateway_ok" targetRef="subProcess_in" />
                <sequenceFlow id="flow_no" name="Nej" sourceRef="gateway_ok" targetRef="endEvent_no" />
                <sequenceFlow id="flow_3" sourceRef="subProcess_in" targetRef="endEvent_yes" />
                <sequenceFlow id="flow_late" sourceRef="timer_late" targetRef="endEvent_late" />
              </process>
              <i:BPMNDiagram><i:BPMNPlane>
                <i:BPMNShape bpmnElement="startEvent_in"><c:Bounds x="0" y="82" width="36" height="36" /><i:BPMNLabel><c:Bounds x="0" y="122" width="36" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNShape bpmnElement="userTask_judge"><c:Bounds x="100" y="60" width="100" height="80" /></i:BPMNShape>
                <i:BPMNShape bpmnElement="timer_late"><c:Bounds x="132" y="122" width="36" height="36" /><i:BPMNLabel><c:Bounds x="172" y="145" width="25" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNShape bpmnElement="endEvent_late"><c:Bounds x="132" y="200" width="36" height="36" /><i:BPMNLabel><c:Bounds x="130" y="240" width="40" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNShape bpmnElement="gateway_ok"><c:Bounds x="250" y="75" width="50" height="50" /><i:BPMNLabel><c:Bounds x="255" y="57" width="40" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNShape bpmnElement="subProcess_in" isExpanded="true"><c:Bounds x="350" y="30" width="140" height="130" /></i:BPMNShape>
                <i:BPMNShape bpmnElement="callActivity_coach"><c:Bounds x="370" y="60" width="100" height="80" /></i:BPMNShape>
                <i:BPMNShape bpmnElement="endEvent_yes"><c:Bounds x="540" y="82" width="36" height="36" /><i:BPMNLabel><c:Bounds x="535" y="122" width="46" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNShape bpmnElement="endEvent_no"><c:Bounds x="257" y="200" width="36" height="36" /><i:BPMNLabel><c:Bounds x="255" y="240" width="40" height="14" /></i:BPMNLabel></i:BPMNShape>
                <i:BPMNEdge bpmnElement="flow_1"><d:waypoint x="36" y="100" /><d:waypoint x="100" y="100" /></i:BPMNEdge>
                <i:BPMNEdge bpmnElement="flow_2"><d:waypoint x="200" y="100" /><d:waypoint x="250" y="100" /></i:BPMNEdge>
                <i:BPMNEdge bpmnElement="flow_yes"><d:waypoint x="300" y="100" /><d:waypoint x="350" y="100" /><i:BPMNLabel><c:Bounds x="306" y="83" width="15" height="14" /></i:BPMNLabel></i:BPMNEdge>
                <i:BPMNEdge bpmnElement="flow_no"><d:waypoint x="275" y="125" /><d:waypoint x="275" y="200" /><i:BPMNLabel><c:Bounds x="280" y="130" width="20" height="14" /></i:BPMNLabel></i:BPMNEdge>
                <i:BPMNEdge bpmnElement="flow_3"><d:waypoint x="490" y="100" /><d:waypoint x="540" y="100" /></i:BPMNEdge>
                <i:BPMNEdge bpmnElement="flow_late"><d:waypoint x="150" y="158" /><d:waypoint x="150" y="200" /></i:BPMNEdge>
              </i:BPMNPlane></i:BPMNDiagram>
            </definitions>
            """;

    @Test
    void aGoodDiagramBreaksNoRule() {
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", GOOD))).isEmpty();
    }

    @Test
    void aFileIsNamedAfterItsProcess() {
        assertThat(DiagramRules.brokenBy(Diagram.parse("other.bpmn", GOOD)))
                .containsExactly("other.bpmn  good: file name and process id differ");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            camunda:historyTimeToLive="P180D" | | good: has no camunda:historyTimeToLive
            name="Gott"                  | | good: the process has no name
            <userTask                    | <manualTask id="manualTask_x" name="X" /><userTask | manualTask_x: manualTask is not used in our diagrams
            <userTask                    | <laneSet id="lanes" /><userTask                    | lanes: lanes and pools are not used
            name="Bedöm" />              | name="Bedöm"><extensionElements><camunda:script /></extensionElements></userTask> | userTask_judge: holds a script; code belongs in the phase's bean
            userTask_judge               | task_judge        | task_judge: the id should be userTask_ and camelCase
            timer_late                   | boundary_late     | boundary_late: the id should be timer_ and camelCase
            flow_1                       | line_1            | line_1: the id should begin with flow_
            name="Bedöm"                 | name=""           | userTask_judge: has no label
            name="Bedöm"                 | name="bedöm"      | userTask_judge: the label "bedöm" does not begin with a capital letter
            name="Bedöm"                 | name="Bedöm om remissen ska antas eller" | userTask_judge: the label "Bedöm om remissen ska antas eller" has 33 characters, at most 31
            name="Sent"                  | name="14 dagar"   | timer_late: the label "14 dagar" holds a number; say what has passed
            name="Antas?"                | name="Antas"      | gateway_ok: the label "Antas" is not a question
            name="Nej"                   | name=""           | flow_no: the answer to "Antas?" has no label
            exclusiveGateway             | inclusiveGateway  | gateway_ok: inclusiveGateway is not used in our diagrams
            sourceRef="gateway_ok" targetRef="endEvent_no" | sourceRef="userTask_judge" targetRef="endEvent_no" | userTask_judge: several flows leave it; a gateway should say why
            BPMNShape bpmnElement="userTask_judge" | BPMNShape bpmnElement="gone" | userTask_judge: is not drawn
            BPMNEdge bpmnElement="flow_3" | BPMNEdge bpmnElement="gone" | flow_3: is not drawn
            <i:BPMNLabel><c:Bounds x="306" y="83" width="15" height="14" /></i:BPMNLabel> | | flow_yes: its label has no place
            <i:BPMNLabel><c:Bounds x="255" y="57" width="40" height="14" /></i:BPMNLabel> | | gateway_ok: its label has no place
            width="100" height="80"      | width="110" height="80" | userTask_judge: is 110x80 pixels instead of 100x80
            width="50" height="50"       | width="40" height="50"  | gateway_ok: is 40x50 pixels instead of 50x50
            x="540" y="82"               | x="1400" y="82"         | diagram: is 1436x224 pixels, at most 1400x600
            x="255" y="240"              | x="255" y="640"         | diagram: is 581x624 pixels, at most 1400x600
            x="540" y="82"               | x="460" y="82"          | callActivity_coach: overlaps endEvent_yes
            x="132" y="122"              | x="102" y="42"          | timer_late: covers the icon of userTask_judge
            x="370" y="60"               | x="370" y="90"          | callActivity_coach: is not inside subProcess_in
            <d:waypoint x="100" y="100"  | <d:waypoint x="100" y="90"  | flow_1: is not drawn in right angles
            <d:waypoint x="100" y="100"  | <d:waypoint x="80" y="100"  | flow_1: does not reach from edge to edge of startEvent_in and userTask_judge
            <d:waypoint x="275" y="125" /><d:waypoint x="275" | <d:waypoint x="290" y="110" /><d:waypoint x="290" | flow_no: does not leave gateway_ok by a tip
            <d:waypoint x="275" y="125"  | <d:waypoint x="300" y="100" /><d:waypoint x="325" y="100" /><d:waypoint x="325" y="190" /><d:waypoint x="275" y="190" | gateway_ok: several flows leave by the same tip
            <d:waypoint x="275" y="125"  | <d:waypoint x="275" y="125" /><d:waypoint x="275" y="170" /><d:waypoint x="400" y="170" /><d:waypoint x="400" y="150" /><d:waypoint x="275" y="150" | flow_no: runs through subProcess_in
            <d:waypoint x="275" y="125"  | <d:waypoint x="275" y="125" /><d:waypoint x="275" y="180" /><d:waypoint x="140" y="180" /><d:waypoint x="140" y="190" /><d:waypoint x="275" y="190" | flow_no: crosses flow_late
            <d:waypoint x="200" y="100" /><d:waypoint x="250" y="100" /> | <d:waypoint x="150" y="60" /><d:waypoint x="150" y="40" /><d:waypoint x="230" y="40" /><d:waypoint x="230" y="100" /><d:waypoint x="250" y="100" /> | flow_2: does not leave userTask_judge to the right
            <d:waypoint x="275" y="125" /><d:waypoint x="275" y="200" /> | <d:waypoint x="250" y="100" /><d:waypoint x="220" y="100" /><d:waypoint x="220" y="218" /><d:waypoint x="257" y="218" /> | flow_no: does not leave gateway_ok to the right
            <d:waypoint x="150" y="158" /> | <d:waypoint x="168" y="140" /><d:waypoint x="180" y="140" /><d:waypoint x="180" y="170" /><d:waypoint x="150" y="170" /> | flow_late: does not leave timer_late downwards or upwards
            <d:waypoint x="490" y="100" /><d:waypoint x="540" y="100" /> | <d:waypoint x="490" y="100" /><d:waypoint x="510" y="100" /><d:waypoint x="510" y="60" /><d:waypoint x="558" y="60" /><d:waypoint x="558" y="82" /> | flow_3: does not enter endEvent_yes from the left
            <d:waypoint x="150" y="158" /><d:waypoint x="150" y="200" /> | <d:waypoint x="150" y="158" /><d:waypoint x="150" y="180" /><d:waypoint x="200" y="180" /><d:waypoint x="200" y="218" /><d:waypoint x="168" y="218" /> | flow_late: does not enter endEvent_late from the left
            <d:waypoint x="150" y="158" /><d:waypoint x="150" y="200" /> | <d:waypoint x="150" y="158" /><d:waypoint x="150" y="180" /><d:waypoint x="90" y="180" /><d:waypoint x="90" y="218" /><d:waypoint x="132" y="218" /> | flow_late: runs to the left, though nothing is done anew
            x="280" y="130"              | x="270" y="130"         | flow_no: its label lies on flow_no
            x="306" y="83"               | x="306" y="95"          | flow_yes: its label lies on flow_yes
            x="255" y="57"               | x="180" y="57"          | gateway_ok: its label lies on userTask_judge
            x="255" y="57"               | x="320" y="57"          | gateway_ok: its label lies on subProcess_in
            x="255" y="240"              | x="140" y="240"         | endEvent_late: its label lies on the label of endEvent_no
            x="370" y="60"               | x="370" y="42"          | subProcess_in: its label lies on callActivity_coach
            x="540" y="82"               | x="540" y="92"          | good: no straight line from a start event to the end event farthest to the right
            x="257" y="200"              | x="657" y="200"         | good: no straight line from a start event to the end event farthest to the right
            """)
    void aFaultIsFoundAndNamed(String good, String bad, String complaint) {
        assertThat(GOOD).contains(good);
        String changed = bad == null ? GOOD.replace(good, "") : GOOD.replace(good, bad);
        if (good.startsWith("width=\"100\"")) {
            changed = GOOD.replaceFirst(good, bad);
        }
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", changed))).contains("good.bpmn  " + complaint);
    }

    @Test
    void activitiesAndShapesAreCountedOverTheWholePictureWithWhatSubProcessesHold() {
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", withMore("serviceTask", 8))))
                .noneMatch(complaint -> complaint.contains("activities"));
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", withMore("serviceTask", 9))))
                .contains("good.bpmn  diagram: has 11 activities, at most 10");
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", withMore("endEvent", 17))))
                .contains("good.bpmn  diagram: has 26 shapes, at most 25");
    }

    @Test
    void aProgrammeMayHaveMoreShapes() {
        assertThat(DiagramRules.brokenBy(Diagram.parse("samboradet.bpmn", withMore("endEvent", 31))))
                .noneMatch(complaint -> complaint.contains("shapes"));
        assertThat(DiagramRules.brokenBy(Diagram.parse("samboradet.bpmn", withMore("endEvent", 32))))
                .contains("samboradet.bpmn  diagram: has 41 shapes, at most 40");
    }

    /** As the good diagram, but who is not admitted is judged anew, and that line runs back as given. */
    private static String withLoop(String waypoints) {
        return GOOD.replace(
                        "sourceRef=\"gateway_ok\" targetRef=\"endEvent_no\"",
                        "sourceRef=\"gateway_ok\" targetRef=\"userTask_judge\"")
                .replace("<d:waypoint x=\"275\" y=\"125\" /><d:waypoint x=\"275\" y=\"200\" />", waypoints);
    }

    @Test
    void aLoopRunsBackUnderTheRow() {
        String under = "<d:waypoint x=\"275\" y=\"125\" /><d:waypoint x=\"275\" y=\"180\" />"
                + "<d:waypoint x=\"110\" y=\"180\" /><d:waypoint x=\"110\" y=\"140\" />";
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", withLoop(under))))
                .noneMatch(complaint -> complaint.contains("back") || complaint.contains("loops"));
        String over = "<d:waypoint x=\"275\" y=\"75\" /><d:waypoint x=\"275\" y=\"40\" />"
                + "<d:waypoint x=\"110\" y=\"40\" /><d:waypoint x=\"110\" y=\"60\" />";
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", withLoop(over))))
                .contains("good.bpmn  flow_no: does not run back under the row");
    }

    @Test
    void aSecondLoopIsOneTooMany() {
        String under = "<d:waypoint x=\"275\" y=\"125\" /><d:waypoint x=\"275\" y=\"180\" />"
                + "<d:waypoint x=\"110\" y=\"180\" /><d:waypoint x=\"110\" y=\"140\" />";
        String two = withLoop(under)
                .replace(
                        "sourceRef=\"timer_late\" targetRef=\"endEvent_late\"",
                        "sourceRef=\"timer_late\" targetRef=\"userTask_judge\"")
                .replace(
                        "<d:waypoint x=\"150\" y=\"158\" /><d:waypoint x=\"150\" y=\"200\" />",
                        "<d:waypoint x=\"150\" y=\"158\" /><d:waypoint x=\"150\" y=\"170\" />"
                                + "<d:waypoint x=\"120\" y=\"170\" /><d:waypoint x=\"120\" y=\"140\" />");
        assertThat(DiagramRules.brokenBy(Diagram.parse("good.bpmn", two)))
                .contains("good.bpmn  diagram: has 2 loops, at most one");
    }

    private static String withMore(String type, int count) {
        return GOOD.replace(
                "<userTask",
                IntStream.range(0, count)
                                .mapToObj(i -> "<%1$s id=\"%1$s_x%2$d\" name=\"X\" />".formatted(type, i))
                                .collect(Collectors.joining())
                        + "<userTask");
    }
}
