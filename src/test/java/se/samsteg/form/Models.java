package se.samsteg.form;

/** Small models and forms, written where a test needs them. */
final class Models {

    private Models() {}

    /** A process with the given elements between its start and its end. */
    static String process(String elements) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <bpmn:process id="test" isExecutable="true">
            %s
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(elements).strip();
    }

    /** Start, one user task, end. */
    static String oneTask(String attributes, String extensions) {
        return process("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <bpmn:userTask id="task" %s><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:userTask>
                <bpmn:sequenceFlow id="f2" sourceRef="task" targetRef="after"/>
                <bpmn:receiveTask id="after"/>
                """.formatted(attributes, extensions));
    }

    static String oneTask(String extensions) {
        return oneTask("camunda:formRef=\"test-form\" camunda:formRefBinding=\"deployment\"", extensions);
    }

    /** The form {@code test-form} with components as JSON. */
    static String form(String... components) {
        return form("test-form", components);
    }

    static String form(String id, String[] components) {
        return """
            {"id": "%s", "type": "default", "schemaVersion": 16, "components": [%s]}
            """.formatted(id, String.join(",", components));
    }
}
