package se.samsteg.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What forms said, in the words in which they asked. */
@Component
class ExtractAnswers {

    private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

    private final FormTexts forms;
    private final Programmes programmes;

    ExtractAnswers(FormTexts forms, Programmes programmes) {
        this.forms = forms;
        this.programmes = programmes;
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

    /** Facts, each under its form's title. */
    List<Item> items(JsonNode facts, boolean alone, Map<String, String> staff) {
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

    /** As a person reads it: yes or no, a day, a time to the minute. */
    static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "Ja" : "Nej";
        }
        String text = value.asText();
        if (CLOCK.matcher(text).matches()) {
            return text.substring(0, 5);
        }
        return TIME.matcher(text).matches() ? text.substring(0, 16).replace('T', ' ') : text;
    }

    /** What staff have begun to write, each under its form's title. */
    List<Item> drafts(JsonNode drafts, boolean alone, Map<String, String> staff) {
        List<Item> items = new ArrayList<>();
        for (JsonNode draft : drafts) {
            var form = forms.of(
                    draft.path("form").asText(), draft.path("form_version").asText());
            String holder = draft.path("holder").asText();
            if (says(draft.path("content"))) {
                items.add(new Item(
                        form.map(FormTexts.FormText::title).orElse("Anteckning"),
                        List.of(
                                        plain(draft.path("saved_at")),
                                        staff.getOrDefault(holder, holder),
                                        alone ? "" : draft.path("case_number").asText())
                                .stream()
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        lines(form, draft.path("content"), staff)));
            }
        }
        return items;
    }

    /** Open tasks with what stands in their forms. */
    List<Item> tasks(JsonNode tasks, boolean alone, Map<String, String> staff) {
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

    /** What a type of group is called; the code itself if it is none. */
    String groupType(String code) {
        return programmes.all().stream()
                .flatMap(programme -> programme.groups().stream())
                .filter(group -> group.type().equals(code))
                .map(Settings.Group::name)
                .findFirst()
                .orElse(code);
    }

    /** Whether anything stands there. */
    static boolean says(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isMissingNode() && !value.isNull() && !value.asText().isBlank();
    }
}
