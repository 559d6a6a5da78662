package se.samsteg.engine;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What models from a folder of an installation may say: a folder is code, and these files were reviewed by no test of ours.
 * They may use what our own models use and call phases, and nothing else: no script, no Java class, no connector, no
 * worker outside, no bean that is no phase.
 */
final class FolderModels {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Elements and attributes of Camunda that our models use. */
    private static final Set<String> KNOWN = Set.of(
            "assignee",
            "asyncBefore",
            "calledElementBinding",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "dueDate",
            "elementVariable",
            "executionListener",
            "expression",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "in",
            "inputOutput",
            "inputParameter",
            "isStartableInTasklist",
            "mapDecisionResult",
            "out",
            "outputParameter",
            "properties",
            "property",
            "resultVariable",
            "taskListener");

    private static final Set<String> NO_ELEMENT = Set.of("scriptTask", "script");
    private static final Set<String> NO_ATTRIBUTE = Set.of(
            "class",
            "delegateExpression",
            "scriptFormat",
            "language",
            "expressionLanguage",
            "implementation",
            "resource");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private final Map<String, Class<?>> phases;

    /** @param phases the types of the phases by the names that models have for them */
    FolderModels(Map<String, Class<?>> phases) {
        this.phases = phases;
    }

    /**
     * What is wrong in a model, a sentence each with file and line.
     *
     * @param file its name, as the administrator knows it
     * @param text XML: BPMN or DMN
     */
    List<String> wrong(String file, String text) {
        List<String> wrong = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int line = reader.getLocation().getLineNumber();
                found(reader, reader.next())
                        .ifPresent(what -> wrong.add("%s, line %d: %s".formatted(file, line, what)));
            }
        } catch (XMLStreamException e) {
            wrong.add("%s, line %d: is no XML".formatted(file, e.getLocation().getLineNumber()));
        }
        return wrong;
    }

    private Optional<String> found(XMLStreamReader reader, int event) {
        return switch (event) {
            case XMLStreamConstants.DTD -> Optional.of("a document type is not allowed");
            case XMLStreamConstants.CHARACTERS -> called(reader.getText());
            case XMLStreamConstants.START_ELEMENT -> element(reader);
            default -> Optional.empty();
        };
    }

    private Optional<String> element(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (NO_ELEMENT.contains(name)) {
            return Optional.of("a script is not allowed");
        }
        if (CAMUNDA.equals(reader.getNamespaceURI()) && !KNOWN.contains(name)) {
            return Optional.of("camunda:" + name + " is not allowed");
        }
        for (int n = 0; n < reader.getAttributeCount(); n++) {
            String attribute = reader.getAttributeLocalName(n);
            String value = reader.getAttributeValue(n);
            boolean ofCamunda =
                    CAMUNDA.equals(reader.getAttributeNamespace(n)) || CAMUNDA.equals(reader.getNamespaceURI());
            if (NO_ATTRIBUTE.contains(attribute) && !value.startsWith("http") && !value.equalsIgnoreCase("feel")
                    || CAMUNDA.equals(reader.getAttributeNamespace(n)) && !KNOWN.contains(attribute)) {
                return Optional.of((ofCamunda ? "camunda:" : "") + attribute + " is not allowed");
            }
            Optional<String> called = called(value);
            if (called.isPresent()) {
                return called;
            }
        }
        return Optional.empty();
    }

    /** The first thing in an expression that is no method of a phase. */
    private Optional<String> called(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            Matcher call = CALL.matcher(expression.group(1).replaceAll("'[^']*'", "''"));
            while (call.find()) {
                if (!call.group().replaceAll("\\s", "").equals(BUSINESS_KEY) && !knows(call.group(1), call.group(2))) {
                    return Optional.of("no phase has " + call.group());
                }
            }
        }
        return Optional.empty();
    }

    private boolean knows(String phase, String method) {
        Class<?> type = phases.get(phase);
        return type != null
                && Arrays.stream(type.getMethods())
                        .filter(one -> one.getDeclaringClass() != Object.class)
                        .map(java.lang.reflect.Method::getName)
                        .collect(Collectors.toSet())
                        .contains(method);
    }
}
