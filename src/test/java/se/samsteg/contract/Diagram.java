package se.samsteg.contract;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * What a BPMN file says and how it is drawn: the part that the drawing rules look at.
 *
 * @param file name of the file, such as {@code planning.bpmn}
 * @param process the only process of the file
 * @param isProgramme whether it is a programme, of which the phases are parts
 */
record Diagram(String file, boolean isProgramme, Element process, List<Node> nodes, List<Flow> flows) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static final Path PROGRAMMES = Path.of("src/main/resources/programmes");

    /** In pixels; y grows downwards. */
    record Point(double x, double y) {}

    /** In pixels; {@code x} and {@code y} are the upper left corner. A box without width or height is a line. */
    record Box(double x, double y, double width, double height) {

        static Box around(Point a, Point b) {
            return new Box(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        /** Having more than an edge in common; a line overlaps the box that it runs through. */
        boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        boolean touches(Box other) {
            return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
        }

        boolean contains(Box other) {
            return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
        }

        Box shrunk(double by) {
            return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
        }
    }

    /**
     * @param type the BPMN element's name, such as {@code userTask}
     * @param parent id of the process or sub-process that it is part of
     * @param attachedTo id of the activity that a boundary event sits on, otherwise empty
     * @param definition what an event waits for or does, such as {@code timer}; empty if nothing
     * @param box null if it is not drawn
     * @param label null if its label has no place of its own
     */
    record Node(
            String type,
            String id,
            String name,
            String parent,
            String attachedTo,
            String definition,
            Box box,
            Box label) {

        boolean isEvent() {
            return type.endsWith("Event");
        }

        boolean isGateway() {
            return type.endsWith("Gateway");
        }

        boolean isActivity() {
            return !isEvent() && !isGateway();
        }

        boolean isSubProcess() {
            return type.equals("subProcess");
        }
    }

    /** @param points empty if it is not drawn */
    record Flow(String id, String name, String parent, String source, String target, List<Point> points, Box label) {

        List<Box> segments() {
            return IntStream.range(1, points.size())
                    .mapToObj(i -> Box.around(points.get(i - 1), points.get(i)))
                    .toList();
        }

        boolean isRightAngled() {
            return segments().stream().allMatch(line -> line.width() == 0 || line.height() == 0);
        }
    }

    static Diagram parse(String file, String xml) {
        Document document = document(xml);
        Map<String, Element> drawn = new HashMap<>();
        Stream.of("BPMNShape", "BPMNEdge")
                .flatMap(kind -> elements(document.getElementsByTagNameNS(DI, kind)))
                .forEach(element -> drawn.put(element.getAttribute("bpmnElement"), element));
        List<Element> processes =
                elements(document.getElementsByTagNameNS(BPMN, "process")).toList();
        if (processes.size() != 1) {
            throw new IllegalArgumentException(file + " has " + processes.size() + " processes instead of one");
        }
        String settings = file.replace(".bpmn", ".yml");
        boolean programme = Files.exists(PROGRAMMES.resolve(settings))
                || Files.exists(ProgrammeFolderTest.FOLDER.resolve("programmes").resolve(settings));
        Diagram diagram = new Diagram(file, programme, processes.get(0), new ArrayList<>(), new ArrayList<>());
        diagram.collect(processes.get(0), drawn);
        return diagram;
    }

    Node node(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " has no element " + id));
    }

    List<Flow> outgoing(Node node) {
        return flows.stream().filter(flow -> flow.source().equals(node.id())).toList();
    }

    /** Whether what follows on an element comes to another one. */
    boolean leadsTo(String from, String to) {
        Set<String> reached = new LinkedHashSet<>(List.of(from));
        List<String> next = new ArrayList<>(reached);
        while (!next.isEmpty()) {
            String one = next.remove(0);
            Stream.concat(
                            flows.stream()
                                    .filter(flow -> flow.source().equals(one))
                                    .map(Flow::target),
                            nodes.stream()
                                    .filter(node -> node.attachedTo().equals(one))
                                    .map(Node::id))
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached.contains(to);
    }

    /** Whether a sub-process holds something, directly or further in. */
    boolean holds(Node subProcess, String parent) {
        String level = parent;
        while (!level.equals(process.getAttribute("id"))) {
            if (level.equals(subProcess.id())) {
                return true;
            }
            level = node(level).parent();
        }
        return false;
    }

    private void collect(Element level, Map<String, Element> drawn) {
        children(level).filter(child -> BPMN.equals(child.getNamespaceURI())).forEach(child -> {
            String type = child.getLocalName();
            String id = child.getAttribute("id");
            String name = child.getAttribute("name");
            String parent = level.getAttribute("id");
            Element shape = drawn.get(id);
            if (type.equals("sequenceFlow")) {
                flows.add(new Flow(
                        id,
                        name,
                        parent,
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        shape == null ? List.of() : points(shape),
                        shape == null ? null : label(shape)));
            } else if (type.matches(".*(Task|Event|Gateway)|task|callActivity|.*[sS]ubProcess|transaction")) {
                nodes.add(new Node(
                        type,
                        id,
                        name,
                        parent,
                        child.getAttribute("attachedToRef"),
                        definition(child),
                        shape == null ? null : bounds(shape),
                        shape == null ? null : label(shape)));
                collect(child, drawn);
            }
        });
    }

    private static String definition(Element event) {
        return children(event)
                .map(Element::getLocalName)
                .filter(name -> name.endsWith("EventDefinition"))
                .map(name -> name.replace("EventDefinition", ""))
                .findFirst()
                .orElse("");
    }

    private static List<Point> points(Element edge) {
        return children(edge)
                .filter(child -> child.getLocalName().equals("waypoint"))
                .map(point -> new Point(number(point, "x"), number(point, "y")))
                .toList();
    }

    private static Box label(Element shape) {
        return children(shape)
                .filter(child -> child.getLocalName().equals("BPMNLabel"))
                .map(Diagram::bounds)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Box bounds(Element shape) {
        return children(shape)
                .filter(child -> child.getLocalName().equals("Bounds"))
                .map(box -> new Box(number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")))
                .findFirst()
                .orElse(null);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    static Stream<Element> elements(org.w3c.dom.NodeList list) {
        return IntStream.range(0, list.getLength())
                .mapToObj(list::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalArgumentException("not readable as XML", e);
        }
    }
}
