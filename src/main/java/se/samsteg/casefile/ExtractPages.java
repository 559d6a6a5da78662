package se.samsteg.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samsteg.engine.FormTexts;
import se.samsteg.engine.StaffNames;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** A register extract in plain Swedish: no name of a column, key of a form or stored code is left in it. */
@Component
class ExtractPages {

    /** A table with no more columns than this is a table on paper too; in one with more, each row is a list. */
    private static final int NARROW = 5;

    private static final Set<String> APART = Set.of("fact");
    private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

    private final ExtractWords words = ExtractWords.read();
    private final FormTexts forms;
    private final Programmes programmes;
    private final StaffNames staffNames;

    ExtractPages(FormTexts forms, Programmes programmes, StaffNames staffNames) {
        this.forms = forms;
        this.programmes = programmes;
        this.staffNames = staffNames;
    }

    /** A label and what stands beside it, on one line or several. */
    public record Line(String label, String text) {

        /** Of the seats in a group only the person's is there. */
        Line withoutSeat() {
            return new Line(label.replaceFirst(" \\d+$", ""), text);
        }
    }

    /** @param head when, by whom; empty where nothing is said of that */
    public record Item(String title, String head, List<Line> lines) {}

    /**
     * Rows of a table under their heading.
     *
     * @param labels of the columns, where the rows are shown as a table; then items is empty
     */
    public record Part(String heading, List<String> labels, List<List<String>> rows, List<Item> items) {}

    /** Adds names and Swedish words to the JSON, so that it explains itself. */
    void explain(ObjectNode all) {
        all.set("staff", Extract.JSON.valueToTree(names(all)));
        ObjectNode explained = all.putObject("words");
        ObjectNode tables = explained.putObject("tables");
        words.tables().forEach((name, table) -> {
            ObjectNode columns =
                    tables.putObject(name).put("title", table.title()).putObject("columns");
            table.columns().forEach((column, word) -> columns.put(column, word.label()));
        });
        ObjectNode asked = explained.putObject("forms");
        kinds(all).forEach(kind -> forms.of(kind).ifPresent(form -> {
            ObjectNode fields = asked.putObject(kind).put("title", form.title()).putObject("fields");
            form.fields().forEach(field -> fields.put(field.key(), field.label()));
        }));
    }

    private static Collection<String> kinds(ObjectNode all) {
        Set<String> kinds = new TreeSet<>();
        all.path("tables")
                .path("fact")
                .forEach(fact -> kinds.add(fact.path("kind").asText()));
        all.path("amongOthers").forEach(fact -> kinds.add(fact.path("kind").asText()));
        all.path("openTasks").forEach(task -> kinds.add(task.path("form").asText()));
        return kinds;
    }

    /** What the template shows. */
    Map<String, ?> of(ObjectNode all) {
        Map<String, String> staff = names(all);
        boolean alone = all.path("caseNumbers").size() == 1; // then its number need not stand everywhere
        List<Part> parts = new ArrayList<>();
        words.tables().forEach((name, table) -> {
            JsonNode rows = all.path("tables").path(name);
            if (!APART.contains(name) && !rows.isEmpty()) {
                parts.add(part(table, rows, alone && !name.equals("case_file"), staff));
            }
        });
        List<Item> facts = items(all.path("tables").path("fact"), alone, staff);
        return Map.of(
                "cases", joined(all.path("caseNumbers"), ", "),
                "parts", parts,
                "facts", facts,
                "amongOthers", items(all.path("amongOthers"), alone, staff),
                "tasks", tasks(all.path("openTasks"), alone, staff),
                "readers", readers(all.path("readers"), staff));
    }

    // ---- tables

    private Part part(ExtractWords.Table table, JsonNode rows, boolean alone, Map<String, String> staff) {
        Map<String, ExtractWords.Column> used = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> {
            if (column.shown()
                    && !(alone && name.equals("case_number"))
                    && StreamSupport.stream(rows.spliterator(), false).anyMatch(row -> says(value(row, name)))) {
                used.put(name, column);
            }
        });
        if (rows.size() > 1 && used.size() <= NARROW) {
            List<List<String>> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(used.entrySet().stream()
                    .map(column -> said(column.getValue(), row, column.getKey(), staff))
                    .toList()));
            return new Part(
                    table.title(),
                    used.values().stream().map(ExtractWords.Column::label).toList(),
                    cells,
                    List.of());
        }
        List<Item> items = new ArrayList<>();
        rows.forEach(row -> items.add(new Item(
                "",
                "",
                used.entrySet().stream()
                        .filter(column -> says(value(row, column.getKey())))
                        .map(column -> new Line(
                                column.getValue().label(), said(column.getValue(), row, column.getKey(), staff)))
                        .toList())));
        return new Part(table.title(), List.of(), List.of(), items);
    }

    private static boolean says(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isMissingNode() && !value.isNull() && !value.asText().isBlank();
    }

    /** A column of the row, or of what the row refers to: {@code group_session.day}. */
    private static JsonNode value(JsonNode row, String column) {
        int dot = column.indexOf('.');
        return dot < 0
                ? row.path(column)
                : row.path("refers_to").path(column.substring(0, dot)).path(column.substring(dot + 1));
    }

    private String said(ExtractWords.Column column, JsonNode row, String name, Map<String, String> staff) {
        JsonNode value = value(row, name);
        if (!says(value)) {
            return "";
        }
        String code = value.asText();
        String own = column.values().get(code);
        String as = column.as();
        if (own != null) {
            return own;
        }
        if (as == null) {
            return plain(value);
        }
        return switch (as) {
            case "user" -> staff.getOrDefault(code, code);
            case "programme" -> programme(code);
            case "group-type" -> groupType(code);
            case "subject" -> subject(code, row);
            case "number" -> code.length() == 12 ? code.substring(0, 8) + "-" + code.substring(8) : code;
            default -> option(as, code);
        };
    }

    private String option(String formAndField, String code) {
        String[] field = formAndField.split("\\.");
        return forms.of(field[0])
                .flatMap(form -> form.field(field[1]))
                .map(found -> found.options().get(code))
                .orElse(code);
    }

    private String programme(String id) {
        return programmes.all().stream()
                .filter(programme -> programme.id().equals(id))
                .map(Settings::name)
                .findFirst()
                .orElse(id);
    }

    private String groupType(String code) {
        return programmes.all().stream()
                .flatMap(programme -> programme.groups().stream())
                .filter(group -> group.type().equals(code))
                .map(Settings.Group::name)
                .findFirst()
                .orElse(code);
    }

    /** A letter's subject as it was sent. */
    private static String subject(String template, JsonNode letter) {
        try {
            return new ClassPathResource("letters/" + template + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse(template)
                    .replaceFirst("^Ämne: ", "")
                    .replace("[(${detail})]", letter.path("detail").asText())
                    .replace("[(${caseNumber})]", letter.path("case_number").asText())
                    .replaceAll("\\[\\(.*?\\)]", "")
                    .strip();
        } catch (IOException e) {
            return "Brev"; // a letter that is written no more
        }
    }

    // ---- what forms said

    private List<Item> items(JsonNode facts, boolean alone, Map<String, String> staff) {
        Map<String, String> first = new HashMap<>();
        Map<String, String> corrected = new HashMap<>();
        for (JsonNode fact : facts) {
            first.put(fact.path("id").asText(), plain(fact.path("recorded_at")));
            corrected.put(fact.path("corrects").asText(), plain(fact.path("recorded_at")));
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode fact : facts) {
            var form = forms.of(
                    fact.path("kind").asText(), fact.path("form_version").asText());
            String by = fact.path("recorded_by").asText();
            boolean ofCase = says(fact.path("case_number"));
            String about = ofCase
                    ? alone ? "" : fact.path("case_number").asText()
                    : group(fact.path("subject").asText());
            items.add(new Item(
                    form.map(FormTexts.FormText::title).orElse("Anteckning"),
                    List.of(
                                    plain(fact.path("recorded_at")),
                                    staff.getOrDefault(by, by),
                                    about,
                                    rectified(fact, first, corrected))
                            .stream()
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    ofCase
                            ? lines(form, fact.path("content"), staff)
                            : lines(form, fact.path("content"), staff).stream()
                                    .map(Line::withoutSeat)
                                    .toList()));
        }
        return items;
    }

    private static String rectified(JsonNode fact, Map<String, String> first, Map<String, String> corrected) {
        if (says(fact.path("corrects"))) {
            return "rättar anteckningen "
                    + first.getOrDefault(fact.path("corrects").asText(), "");
        }
        String when = corrected.get(fact.path("id").asText());
        return when == null ? "" : "rättad " + when + ", se längre ner";
    }

    /** A group's number tells something, the id of a sitting or a handover does not. */
    private static String group(String subject) {
        return subject.startsWith("G-") ? "grupp " + subject : "";
    }

    private List<Line> lines(Optional<FormTexts.FormText> form, JsonNode content, Map<String, String> staff) {
        Map<String, FormTexts.Field> fields = form.map(FormTexts.FormText::fields).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        FormTexts.Field::key, field -> field, (one, other) -> one, LinkedHashMap::new));
        List<Line> lines = new ArrayList<>();
        fields.forEach((key, field) -> {
            if (says(content.path(key))) {
                lines.add(new Line(
                        field.label().replaceFirst("(.) \\d+$", "$1"), answer(field, content.path(key), staff)));
            }
        });
        content.properties().stream()
                .filter(answer -> !fields.containsKey(answer.getKey()) && says(answer.getValue()))
                .forEach(answer -> lines.add(new Line("Uppgift", answer(null, answer.getValue(), staff))));
        return lines;
    }

    private String answer(FormTexts.@Nullable Field field, JsonNode value, Map<String, String> staff) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(one -> answer(field, one, staff))
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(one -> answer(field, one.getValue(), staff))
                    .collect(Collectors.joining(", "));
        }
        String text = value.asText();
        if (field != null && field.options().containsKey(text)) {
            return field.options().get(text);
        }
        if (field != null && field.free() || !value.isTextual()) {
            return plain(value);
        }
        // The form chooses among something that stands elsewhere: a colleague, a step, a type of group.
        String elsewhere = staff.getOrDefault(text, groupType(text));
        return elsewhere.equals(text) ? forms.process(text).orElse(plain(value)) : elsewhere;
    }

    private static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "Ja" : "Nej";
        }
        String text = value.asText();
        if (CLOCK.matcher(text).matches()) {
            return text.substring(0, 5);
        }
        return TIME.matcher(text).matches() ? text.substring(0, 16).replace('T', ' ') : text;
    }

    private static String joined(JsonNode texts, String by) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(by));
    }

    // ---- the engine and the log

    private List<Item> tasks(JsonNode tasks, boolean alone, Map<String, String> staff) {
        List<Item> items = new ArrayList<>();
        for (JsonNode task : tasks) {
            Optional<FormTexts.FormText> form = forms.of(task.path("form").asText());
            ObjectNode asked = Extract.JSON.createObjectNode();
            form.ifPresent(known -> known.fields().stream()
                    .filter(field -> task.path("values").has(field.key()))
                    .forEach(field -> asked.set(field.key(), task.path("values").path(field.key()))));
            String who = task.path("assignee").asText("");
            items.add(new Item(
                    task.path("name").asText(),
                    List.of(
                                    says(task.path("due")) ? "ska vara klar " + plain(task.path("due")) : "",
                                    staff.getOrDefault(who, who),
                                    alone ? "" : task.path("caseNumber").asText())
                            .stream()
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    lines(form, asked, staff)));
        }
        return items;
    }

    private static List<Readers.Reader> readers(JsonNode readers, Map<String, String> staff) {
        List<Readers.Reader> read = new ArrayList<>();
        for (JsonNode row : readers) {
            String user = row.path("user").asText();
            read.add(new Readers.Reader(
                    plain(row.path("at")),
                    staff.getOrDefault(user, user),
                    row.path("role").asText(),
                    row.path("authority").asText().equals("own")
                            ? "Programmet"
                            : Authority.name(row.path("authority").asText()),
                    row.path("what").asText()));
        }
        return read;
    }

    // ---- staff

    /** Names of all who are mentioned and have an account. */
    private Map<String, String> names(ObjectNode all) {
        Set<String> texts = new TreeSet<>();
        collect(all, texts);
        return staffNames.of(texts);
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isContainerNode()) {
            node.forEach(one -> collect(one, texts));
        } else if (node.isTextual() && node.asText().matches("[a-z][a-z0-9.@_-]{1,60}")) {
            texts.add(node.asText());
        }
    }
}
