package se.samsteg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of an installation's folder may call phases, and nothing that runs code of its own. */
class FolderModelsTest {

    /** Stands for a phase. */
    public static final class Letter {
        public String toLead() {
            return "";
        }
    }

    private final FolderModels models = new FolderModels(Map.of("letter", Letter.class));

    private static String task(String inside) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                <bpmn:process id="x">
                %s
                </bpmn:process></bpmn:definitions>""".formatted(inside);
    }

    private List<String> wrong(String inside) {
        return models.wrong("processes/x.bpmn", task(inside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id=\"a\" />",
                "<bpmn:serviceTask camunda:class=\"x.Y\" />",
                "<bpmn:serviceTask camunda:delegateExpression=\"${letter}\" />",
                "<bpmn:serviceTask camunda:type=\"external\" camunda:topic=\"t\" />",
                "<bpmn:serviceTask><camunda:connector /></bpmn:serviceTask>",
                "<bpmn:userTask camunda:formKey=\"embedded:app:x.html\" />",
                "<camunda:executionListener class=\"x.Y\" event=\"start\" />",
                "<camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter>",
                "<bpmn:conditionExpression language=\"groovy\">true</bpmn:conditionExpression>",
                "<bpmn:serviceTask camunda:expression=\"${dataSource.connection}\" />",
                "<bpmn:serviceTask camunda:expression=\"${letter.getClass()}\" />",
                "<bpmn:serviceTask camunda:expression=\"${letter.toNobody()}\" />",
                "<camunda:inputParameter name=\"a\">#{execution.processEngineServices}</camunda:inputParameter>"
            })
    void whatIsNoCallOfAPhaseIsRefusedWithItsLine(String inside) {
        assertThat(wrong(inside)).singleElement().asString().startsWith("processes/x.bpmn, line ");
    }

    @Test
    void theLineIsThatOfTheElement() {
        assertThat(wrong("<bpmn:startEvent id=\"a\" />\n<bpmn:scriptTask id=\"b\" />"))
                .containsExactly("processes/x.bpmn, line 5: a script is not allowed");
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThat(models.wrong("x.bpmn", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                .anyMatch(what -> what.contains("document type"));
    }

    @Test
    void callsOfPhasesAndVariablesMayStand() {
        assertThat(wrong("<bpmn:serviceTask camunda:expression=\"${letter.toLead(execution, 'a.b')}\" />"
                        + "<bpmn:conditionExpression>${nextStep == 'exit'}</bpmn:conditionExpression>"
                        + "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"))
                .isEmpty();
    }

    @Test
    void theModelsOfTheApplicationSayNothingElse() throws IOException {
        FolderModels any = new FolderModels(Map.of());
        try (var files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                assertThat(any.wrong(file.toString(), Files.readString(file)))
                        .allMatch(what -> what.contains("no phase has"));
            }
        }
    }
}
