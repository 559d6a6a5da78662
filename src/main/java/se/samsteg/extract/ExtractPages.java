package se.samsteg.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Readers;
import se.samsteg.extract.ExtractAnswers.Item;
import se.samsteg.extract.ExtractAnswers.Line;
import se.samsteg.form.AnswerText;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;
import se.samsteg.person.PersonAnswers;
import se.samsteg.programme.ProgrammeTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;

/** A register extract in plain Swedish: no name of a column, key of a form or stored code is left in it. */
@Component
class ExtractPages {

    /** A table with no more columns than this is a table on paper too; in one with more, each row is a list. */
    private static final int NARROW = 5;

    private static final Map<String, String> YES_OR_NO = Map.of("true", "Ja", "false", "Nej");

    private static final Set<String> APART = Set.of("fact", "draft", "fact_about");

    private final ExtractWords words = ExtractWords.read();
    private final FormTexts forms;
    private final Programmes programmes;
    private final Colleagues staffNames;
    private final ExtractAnswers answers;
    private final ProgrammeTexts texts;

    ExtractPages(
            FormTexts forms,
            Programmes programmes,
            Colleagues staffNames,
            ExtractAnswers answers,
            ProgrammeTexts texts) {
        this.forms = forms;
        this.programmes = programmes;
        this.staffNames = staffNames;
        this.answers = answers;
        this.texts = texts;
    }

    /**
     * Rows of a table under their heading.
     *
     * @param labels of the columns, where the rows are shown as a table; then items is empty
     */
    public record Part(String heading, List<String> labels, List<List<String>> rows, List<Item> items) {}

    /** Adds names and Swedish words to the JSON, so that it explains itself. */
    void explain(ObjectNode all) {
        all.set("staff", Json.MAPPER.valueToTree(names(all)));
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
        all.path("tables")
                .path("draft")
                .forEach(draft -> kinds.add(draft.path("form").asText()));
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
        List<Item> facts = answers.items(all.path("tables").path("fact"), alone, staff);
        return Map.of(
                "answerable", answerable(all.path("caseNumbers")),
                "cases", joined(all.path("caseNumbers"), ", "),
                "parts", parts,
                "facts", facts,
                "amongOthers", answers.items(all.path("amongOthers"), alone, staff),
                "drafts", answers.drafts(all.path("tables").path("draft"), alone, staff),
                "tasks", answers.tasks(all.path("openTasks"), alone, staff),
                "readers", readers(all.path("readers"), all.path("association").asText(), staff));
    }

    /** Who answers for the programmes that the person is or was in, each once; of most persons it is one. */
    private List<Settings.About> answerable(JsonNode caseNumbers) {
        return StreamSupport.stream(caseNumbers.spliterator(), false)
                .flatMap(number -> programmes.find(number.asText()).stream())
                .map(Settings::about)
                .distinct()
                .toList();
    }

    // ---- tables

    private Part part(ExtractWords.Table table, JsonNode rows, boolean alone, Map<String, String> staff) {
        Map<String, ExtractWords.Column> used = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> {
            if (column.shown()
                    && !(alone && name.equals("case_number"))
                    && StreamSupport.stream(rows.spliterator(), false)
                            .anyMatch(row -> AnswerText.says(value(row, name)))) {
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
                        .filter(column -> AnswerText.says(value(row, column.getKey())))
                        .map(column -> new Line(
                                column.getValue().label(), said(column.getValue(), row, column.getKey(), staff)))
                        .toList())));
        return new Part(table.title(), List.of(), List.of(), items);
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
        if (!AnswerText.says(value)) {
            return "";
        }
        String code = value.asText();
        String own = column.values().get(code);
        String as = column.as();
        if (own != null) {
            return own;
        }
        if (as == null) {
            return AnswerText.plain(value);
        }
        return switch (as) {
            case "user" -> staff.getOrDefault(code, code);
            case "programme" -> programme(code);
            case "group-type" -> answers.groupType(row.path("case_number").asText(), code);
            case "unit" -> unit(code, row);
            case "subject" -> subject(code, row);
            case "question" -> asked(code).map(FormText.Field::label).orElse(code);
            case "answer" ->
                asked(row.path("field").asText())
                        .map(field -> field.options().get(code))
                        .orElseGet(() -> YES_OR_NO.getOrDefault(code, code));
            case "number" -> code.length() == 12 ? code.substring(0, 8) + "-" + code.substring(8) : code;
            default -> option(as, code);
        };
    }

    private Optional<FormText.Field> asked(String key) {
        return forms.of(PersonAnswers.FORM).flatMap(form -> form.field(key));
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

    private String unit(String code, JsonNode row) {
        return programmes
                .find(row.path("case_number").asText(""))
                .map(programme -> programmes.unitName(programme.tenant(), code))
                .orElse(code);
    }

    /** A letter's subject as it was sent. */
    private String subject(String template, JsonNode letter) {
        String caseNumber = letter.path("case_number").asText("");
        String text = texts.letters()
                .text(programmes.find(caseNumber).map(Settings::id).orElse(null), template);
        if (text == null) {
            return "Brev"; // a letter that is written no more
        }
        return text.lines()
                .findFirst()
                .orElse(template)
                .replaceFirst("^Ämne: ", "")
                .replace("[(${detail})]", letter.path("detail").asText())
                .replace("[(${caseNumber})]", letter.path("case_number").asText())
                .replaceAll("\\[\\(.*?\\)]", "")
                .strip();
    }

    private static String joined(JsonNode texts, String by) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(by));
    }

    // ---- the log

    private List<Readers.Reader> readers(JsonNode readers, String association, Map<String, String> staff) {
        List<Readers.Reader> read = new ArrayList<>();
        for (JsonNode row : readers) {
            String user = row.path("user").asText();
            read.add(new Readers.Reader(
                    AnswerText.plain(row.path("at")),
                    staff.getOrDefault(user, user),
                    row.path("role").asText(),
                    row.path("authority").asText().equals("own")
                            ? "Programmet"
                            : programmes.authorityIn(
                                    association, row.path("authority").asText()),
                    row.path("what").asText()));
        }
        return read;
    }

    // ---- staff

    /** Names of all who are mentioned and have an account. */
    private Map<String, String> names(ObjectNode all) {
        Set<String> texts = new TreeSet<>();
        collect(all, texts);
        return staffNames.names(texts);
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isContainerNode()) {
            node.forEach(one -> collect(one, texts));
        } else if (node.isTextual() && node.asText().matches("[a-z][a-z0-9.@_-]{1,60}")) {
            texts.add(node.asText());
        }
    }
}
