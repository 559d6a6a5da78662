package se.samsteg.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import se.samsteg.contract.Diagram.Box;
import se.samsteg.contract.Diagram.Flow;
import se.samsteg.contract.Diagram.Node;
import se.samsteg.contract.Diagram.Point;

/**
 * How a process must be drawn, so that a manager can read it in Cockpit. Every broken rule becomes one line: the file,
 * the element, what is wrong.
 */
class DiagramRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 600;
    private static final int ACTIVITIES = 10;
    /** A programme calls each phase, and the exit twice: from Insats and when participation is discontinued. */
    private static final int ACTIVITIES_OF_A_PROGRAMME = 12;

    private static final int SHAPES = 25;
    private static final int SHAPES_OF_A_PROGRAMME = 40;
    /** As long as the longest name that the domain gives a task, Kontakta remitterande myndighet. */
    private static final int LABEL = 31;
    /** Gateway, task and event icons are recognised by their size, so all diagrams draw them alike; see {@link #LONG_WORD}. */
    private static final Map<String, String> SIZES = Map.of("Task", "100x80", "Event", "36x36", "Gateway", "50x50");

    /** Letters of a word that would be broken in a task of the common width: the task is as much wider as it takes. */
    private static final int LONG_WORD = 16;

    private static final String WIDER_TASK = "120x80";

    /** What a reader has to know. Inclusive gateways, scripts and manual tasks are left out on purpose. */
    private static final Set<String> KINDS = Set.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent");

    private final Diagram diagram;
    private final Set<String> broken = new LinkedHashSet<>();

    private DiagramRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /** The rules that a diagram breaks, one line each; empty if it is well drawn. */
    static List<String> brokenBy(Diagram diagram) {
        DiagramRules rules = new DiagramRules(diagram);
        rules.process();
        rules.kinds();
        rules.ids();
        rules.texts();
        rules.questions();
        rules.amounts();
        if (rules.everythingIsDrawn()) {
            rules.sizes();
            rules.extent();
            rules.shapes();
            rules.lines();
            rules.tips();
            rules.directions();
            rules.loops();
            rules.crossings();
            rules.labels();
            rules.happyPath();
        }
        return List.copyOf(rules.broken);
    }

    private void broken(String element, String what, Object... details) {
        broken.add(diagram.file() + "  " + element + ": " + what.formatted(details));
    }

    private void process() {
        String id = diagram.process().getAttribute("id");
        if (!diagram.file().equals(id + ".bpmn")) {
            broken(id, "file name and process id differ");
        }
        if (diagram.process().getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
            broken(id, "has no camunda:historyTimeToLive");
        }
        if (diagram.process().getAttribute("name").isBlank()) {
            broken(id, "the process has no name");
        }
    }

    private void kinds() {
        diagram.nodes().stream()
                .filter(node -> !KINDS.contains(node.type()))
                .forEach(node -> broken(node.id(), "%s is not used in our diagrams", node.type()));
        Element definitions = diagram.process().getOwnerDocument().getDocumentElement();
        for (String kind : List.of("laneSet", "participant")) {
            Diagram.elements(definitions.getElementsByTagNameNS(Diagram.BPMN, kind))
                    .forEach(element -> broken(element.getAttribute("id"), "lanes and pools are not used"));
        }
        Diagram.elements(definitions.getElementsByTagNameNS("*", "script"))
                .forEach(script -> broken(nearestId(script), "holds a script; code belongs in the phase's bean"));
    }

    private static String nearestId(Element element) {
        return element.hasAttribute("id") ? element.getAttribute("id") : nearestId((Element) element.getParentNode());
    }

    private void ids() {
        for (Node node : diagram.nodes()) {
            String prefix = prefix(node);
            if (!node.id().matches(prefix + "_[a-z][a-zA-Z0-9]*")) {
                broken(node.id(), "the id should be %s_ and camelCase", prefix);
            }
        }
        diagram.flows().stream()
                .filter(flow -> !flow.id().matches("flow_\\w+"))
                .forEach(flow -> broken(flow.id(), "the id should begin with flow_"));
    }

    private static String prefix(Node node) {
        if (node.isGateway()) {
            return "gateway";
        }
        return switch (node.type()) {
            case "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent" ->
                node.definition().isEmpty() ? "event" : node.definition();
            default -> node.type();
        };
    }

    private void texts() {
        for (Node node : diagram.nodes()) {
            boolean splits = diagram.outgoing(node).size() > 1;
            // Joins and parallel gateways say nothing that their sign does not say.
            if (node.name().isBlank()
                    && (!node.isGateway() || splits && !node.type().equals("parallelGateway"))) {
                broken(node.id(), "has no label");
            }
            if (node.isActivity() && node.name().length() > LABEL) {
                broken(
                        node.id(),
                        "the label \"%s\" has %d characters, at most %d",
                        node.name(),
                        node.name().length(),
                        LABEL);
            }
            if (!node.name().isBlank() && !Character.isUpperCase(node.name().codePointAt(0))) {
                broken(node.id(), "the label \"%s\" does not begin with a capital letter", node.name());
            }
            // Deadlines are settings of a programme: a number in the label would be wrong for the next one.
            if (node.definition().equals("timer") && node.name().matches(".*\\d.*")) {
                broken(node.id(), "the label \"%s\" holds a number; say what has passed", node.name());
            }
        }
    }

    private void questions() {
        for (Node node : diagram.nodes()) {
            List<Flow> answers = diagram.outgoing(node);
            if (answers.size() < 2 || node.type().equals("parallelGateway")) {
                continue;
            }
            if (!node.isGateway()) {
                broken(node.id(), "several flows leave it; a gateway should say why");
            }
            if (node.type().equals("exclusiveGateway")) {
                if (!node.name().endsWith("?")) {
                    broken(node.id(), "the label \"%s\" is not a question", node.name());
                }
                answers.stream()
                        .filter(answer -> answer.name().isBlank())
                        .forEach(answer -> broken(answer.id(), "the answer to \"%s\" has no label", node.name()));
            }
        }
    }

    /** Counted over the whole picture, what sub-processes hold included: that is what a reader sees at once. */
    private void amounts() {
        long activities = diagram.nodes().stream()
                .filter(node -> node.isActivity() && !node.isSubProcess())
                .count();
        int most = diagram.isProgramme() ? ACTIVITIES_OF_A_PROGRAMME : ACTIVITIES;
        if (activities > most) {
            broken("diagram", "has %d activities, at most %d", activities, most);
        }
        int shapes = diagram.isProgramme() ? SHAPES_OF_A_PROGRAMME : SHAPES;
        if (diagram.nodes().size() > shapes) {
            broken("diagram", "has %d shapes, at most %d", diagram.nodes().size(), shapes);
        }
    }

    private boolean everythingIsDrawn() {
        int before = broken.size();
        for (Node node : diagram.nodes()) {
            if (node.box() == null) {
                broken(node.id(), "is not drawn");
            } else if (!node.isActivity() && !node.name().isBlank() && node.label() == null) {
                broken(node.id(), "its label has no place");
            }
        }
        for (Flow flow : diagram.flows()) {
            if (flow.points().size() < 2) {
                broken(flow.id(), "is not drawn");
            } else if (!flow.name().isBlank() && flow.label() == null) {
                broken(flow.id(), "its label has no place");
            }
        }
        return broken.size() == before;
    }

    private void sizes() {
        for (Node node : diagram.nodes()) {
            if (node.isSubProcess()) {
                continue; // as large as what it holds
            }
            String size = "%.0fx%.0f".formatted(node.box().width(), node.box().height());
            String standard = node.isActivity() && hasLongWord(node)
                    ? WIDER_TASK
                    : SIZES.get(node.isEvent() ? "Event" : node.isGateway() ? "Gateway" : "Task");
            if (!size.equals(standard)) {
                broken(node.id(), "is %s pixels instead of %s", size, standard);
            }
        }
    }

    private static boolean hasLongWord(Node node) {
        return Stream.of(node.name().split("[\\s-]+")).anyMatch(word -> word.length() >= LONG_WORD);
    }

    private void extent() {
        List<Box> everything = Stream.of(
                        diagram.nodes().stream().flatMap(node -> Stream.of(node.box(), node.label())),
                        diagram.flows().stream().map(Flow::label),
                        diagram.flows().stream().flatMap(flow -> flow.segments().stream()))
                .flatMap(boxes -> boxes)
                .filter(Objects::nonNull)
                .toList();
        double width = everything.stream().mapToDouble(Box::right).max().orElse(0)
                - everything.stream().mapToDouble(Box::x).min().orElse(0);
        double height = everything.stream().mapToDouble(Box::bottom).max().orElse(0)
                - everything.stream().mapToDouble(Box::y).min().orElse(0);
        if (width > WIDTH || height > HEIGHT) {
            broken("diagram", "is %.0fx%.0f pixels, at most %dx%d", width, height, WIDTH, HEIGHT);
        }
    }

    private void shapes() {
        forEachPair(diagram.nodes(), (a, b) -> {
            if (!a.box().overlaps(b.box())) {
                return;
            }
            boolean onEdge = sitsOnEdge(a, b) || sitsOnEdge(b, a);
            boolean inside = contains(a, b) || contains(b, a);
            if (!onEdge && !inside) {
                broken(a.id(), "overlaps %s", b.id());
            }
        });
        for (Node event : diagram.nodes()) {
            if (!event.attachedTo().isEmpty()
                    && !diagram.node(event.attachedTo()).isSubProcess()
                    && event.box().overlaps(icon(diagram.node(event.attachedTo())))) {
                broken(event.id(), "covers the icon of %s", event.attachedTo());
            }
        }
        for (Node node : diagram.nodes()) {
            if (!node.parent().equals(diagram.process().getAttribute("id"))
                    && !diagram.node(node.parent()).box().contains(node.box())) {
                broken(node.id(), "is not inside %s", node.parent());
            }
        }
    }

    /** Where the viewer says by a sign what kind of task it is. */
    private static Box icon(Node task) {
        return new Box(task.box().x(), task.box().y(), 26, 26);
    }

    private static boolean sitsOnEdge(Node event, Node activity) {
        return event.attachedTo().equals(activity.id());
    }

    private boolean contains(Node outer, Node inner) {
        return outer.isSubProcess() && diagram.holds(outer, inner.parent());
    }

    private void lines() {
        for (Flow flow : diagram.flows()) {
            Node source = diagram.node(flow.source());
            Node target = diagram.node(flow.target());
            Point first = flow.points().get(0);
            Point last = flow.points().get(flow.points().size() - 1);
            if (!flow.isRightAngled()) {
                broken(flow.id(), "is not drawn in right angles");
                continue;
            }
            if (!isOnEdge(first, source.box()) || !isOnEdge(last, target.box())) {
                broken(flow.id(), "does not reach from edge to edge of %s and %s", source.id(), target.id());
            }
            if (source.isGateway() && !isTip(first, source.box())) {
                broken(flow.id(), "does not leave %s by a tip", source.id());
            }
            diagram.nodes().stream()
                    .filter(node -> !(node.isSubProcess() && diagram.holds(node, flow.parent())))
                    .filter(node -> flow.segments().stream()
                            .anyMatch(line -> line.overlaps(node.box().shrunk(1))))
                    .forEach(node -> broken(flow.id(), "runs through %s", node.id()));
        }
    }

    private void tips() {
        for (Node gateway : diagram.nodes().stream().filter(Node::isGateway).toList()) {
            List<Flow> leaving = diagram.outgoing(gateway);
            long tips = leaving.stream()
                    .map(flow -> flow.points().get(0))
                    .distinct()
                    .count();
            // A gateway is entered by one tip and has three more.
            if (tips < Math.min(3, leaving.size())) {
                broken(gateway.id(), "several flows leave by the same tip");
            }
        }
    }

    /**
     * A picture is read from left to right. Only what leaves the row, by the lower or upper tip of a gateway or from an
     * event on an activity's edge, and what comes together in a gateway enters from above or below.
     */
    private void directions() {
        for (Flow flow : rightAngled()) {
            Node source = diagram.node(flow.source());
            Node target = diagram.node(flow.target());
            Point first = flow.points().get(0);
            Point last = flow.points().get(flow.points().size() - 1);
            boolean leavesTheRow = source.isGateway() || !source.attachedTo().isEmpty();
            if (source.attachedTo().isEmpty()) {
                if (first.x() < source.box().right()
                        && (!source.isGateway() || first.x() <= source.box().x())) {
                    broken(flow.id(), "does not leave %s to the right", source.id());
                }
            } else if (first.x() != source.box().centre().x()) {
                broken(flow.id(), "does not leave %s downwards or upwards", source.id());
            }
            boolean fromTheSide = last.x() <= target.box().x();
            if (!fromTheSide && (last.x() >= target.box().right() || !leavesTheRow && !target.isGateway())) {
                broken(flow.id(), "does not enter %s from the left", target.id());
            }
        }
    }

    /** One way back at most, drawn under the row: more make a maze. Flows that come back by the same line are one way. */
    private void loops() {
        List<Flow> back = new ArrayList<>();
        for (Flow flow : rightAngled()) {
            List<Point> points = flow.points();
            double lowest = Math.max(
                    diagram.node(flow.source()).box().bottom(),
                    diagram.node(flow.target()).box().bottom());
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).x() < points.get(i - 1).x()) {
                    if (!diagram.leadsTo(flow.target(), flow.source())) {
                        broken(flow.id(), "runs to the left, though nothing is done anew");
                        continue;
                    }
                    back.add(flow);
                    if (points.get(i).y() < lowest) {
                        broken(flow.id(), "does not run back under the row");
                    }
                }
            }
        }
        long loops = back.stream()
                .map(flow -> flow.points().get(flow.points().size() - 1))
                .distinct()
                .count();
        if (loops > 1) {
            broken("diagram", "has %d loops, at most one", loops);
        }
    }

    private static boolean isOnEdge(Point point, Box box) {
        Box spot = Box.around(point, point);
        return spot.touches(box.shrunk(-1)) && !spot.overlaps(box.shrunk(1));
    }

    private static boolean isTip(Point point, Box box) {
        Point centre = box.centre();
        return Math.abs(point.x() - centre.x()) <= 1 || Math.abs(point.y() - centre.y()) <= 1;
    }

    /** Flows that leave or enter the same element may share a stretch; no others may touch. */
    private void crossings() {
        forEachPair(rightAngled(), (a, b) -> {
            boolean related = a.source().equals(b.source()) || a.target().equals(b.target());
            for (Box line : a.segments()) {
                for (Box other : b.segments()) {
                    if (related ? line.overlaps(other) && isUpright(line) != isUpright(other) : line.touches(other)) {
                        broken(a.id(), "crosses %s", b.id());
                    }
                }
            }
        });
    }

    /** What a slanting line runs through cannot be told from its corners; it is a fault by itself. */
    private List<Flow> rightAngled() {
        return diagram.flows().stream().filter(Flow::isRightAngled).toList();
    }

    private static boolean isUpright(Box line) {
        return line.width() == 0;
    }

    private void labels() {
        Map<String, Box> labels = new LinkedHashMap<>();
        diagram.nodes().stream()
                .filter(node -> node.label() != null && !node.name().isBlank())
                .forEach(node -> labels.put(node.id(), node.label()));
        diagram.flows().stream()
                .filter(flow -> flow.label() != null && !flow.name().isBlank())
                .forEach(flow -> labels.put(flow.id(), flow.label()));
        diagram.nodes().stream().filter(Node::isSubProcess).forEach(node -> labels.put(node.id(), title(node)));
        labels.forEach((owner, label) -> {
            diagram.nodes().stream()
                    .filter(node -> label.overlaps(node.box()))
                    .filter(node -> !(node.isSubProcess() && node.box().contains(label)))
                    .forEach(node -> broken(owner, "its label lies on %s", node.id()));
            rightAngled().stream()
                    .filter(flow -> flow.segments().stream().anyMatch(line -> line.overlaps(label)))
                    .forEach(flow -> broken(owner, "its label lies on %s", flow.id()));
        });
        forEachPair(List.copyOf(labels.entrySet()), (a, b) -> {
            if (a.getValue().overlaps(b.getValue())) {
                broken(a.getKey(), "its label lies on the label of %s", b.getKey());
            }
        });
    }

    /** Where the viewer writes an open sub-process's name: in the middle of its upper edge, 12 pixels high. */
    private static Box title(Node subProcess) {
        double width = subProcess.name().length() * 6.5;
        return new Box(
                subProcess.box().centre().x() - width / 2, subProcess.box().y() + 6, width, 13);
    }

    /**
     * The good end is the end event farthest to the right. It is reached from a start event by flows and elements that
     * all lie on the start event's line. Only the process itself is looked at, not its sub-processes.
     */
    private void happyPath() {
        String process = diagram.process().getAttribute("id");
        List<Node> level = diagram.nodes().stream()
                .filter(node -> node.parent().equals(process))
                .toList();
        List<Node> starts =
                level.stream().filter(node -> node.type().equals("startEvent")).toList();
        double farRight = level.stream()
                .filter(node -> node.type().equals("endEvent"))
                .mapToDouble(node -> node.box().right())
                .max()
                .orElse(0);
        boolean straight = starts.stream()
                .flatMap(start -> straightOn(start, start.box().centre().y()).stream())
                .anyMatch(end -> end.type().equals("endEvent") && end.box().right() >= farRight - 1);
        if (!straight) {
            broken(process, "no straight line from a start event to the end event farthest to the right");
        }
    }

    private Set<Node> straightOn(Node start, double y) {
        Set<Node> reached = new LinkedHashSet<>(List.of(start));
        List<Node> next = new ArrayList<>(reached);
        while (!next.isEmpty()) {
            Node from = next.remove(0);
            diagram.outgoing(from).stream()
                    .filter(flow -> flow.points().stream().allMatch(point -> Math.abs(point.y() - y) <= 1))
                    .map(flow -> diagram.node(flow.target()))
                    .filter(to ->
                            to.isSubProcess() || Math.abs(to.box().centre().y() - y) <= 1)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private static <T> void forEachPair(List<T> all, BiConsumer<T, T> check) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                check.accept(all.get(i), all.get(j));
            }
        }
    }
}
