package se.samsteg.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.form.AnswerText;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What forms said, in the words in which they asked. */
@Component
class ExtractAnswers {

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
            first.put(fact.path("id").asText(), AnswerText.plain(fact.path("recorded_at")));
            corrected.put(fact.path("corrects").asText(), AnswerText.plain(fact.path("recorded_at")));
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode fact : facts) {
            var form = forms.of(
                    fact.path("kind").asText(), fact.path("form_version").asText());
            String by = fact.path("recorded_by").asText();
            boolean ofCase = AnswerText.says(fact.path("case_number"));
            String about = ofCase
                    ? alone ? "" : fact.path("case_number").asText()
                    : group(fact.path("subject").asText());
            items.add(new Item(
                    form.map(FormText::title).orElse("Anteckning"),
                    List.of(
                                    AnswerText.plain(fact.path("recorded_at")),
                                    staff.getOrDefault(by, by),
                                    about,
                                    rectified(fact, first, corrected))
                            .stream()
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    ofCase
                            ? lines(form, fact.path("case_number").asText(), fact.path("content"), staff)
                            : lines(form, fact.path("case_number").asText(), fact.path("content"), staff).stream()
                                    .map(Line::withoutSeat)
                                    .toList()));
        }
        return items;
    }

    private static String rectified(JsonNode fact, Map<String, String> first, Map<String, String> corrected) {
        if (AnswerText.says(fact.path("corrects"))) {
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

    private List<Line> lines(Optional<FormText> form, String caseNumber, JsonNode content, Map<String, String> staff) {
        Map<String, FormText.Field> fields = form.map(FormText::fields).orElse(List.of()).stream()
                .collect(
                        Collectors.toMap(FormText.Field::key, field -> field, (one, other) -> one, LinkedHashMap::new));
        List<Line> lines = new ArrayList<>();
        fields.forEach((key, field) -> {
            if (AnswerText.says(content.path(key))) {
                lines.add(new Line(
                        field.label().replaceFirst("(.) \\d+$", "$1"),
                        AnswerText.of(field, content.path(key), code -> elsewhere(caseNumber, code, staff))));
            }
        });
        content.properties().stream()
                .filter(answer -> !fields.containsKey(answer.getKey()) && AnswerText.says(answer.getValue()))
                .forEach(answer -> lines.add(new Line(
                        "Uppgift",
                        AnswerText.of(null, answer.getValue(), code -> elsewhere(caseNumber, code, staff)))));
        return lines;
    }

    /** Words for a code that stands elsewhere: a colleague, a type of group, a step. */
    private String elsewhere(String caseNumber, String code, Map<String, String> staff) {
        String known = staff.getOrDefault(code, groupType(caseNumber, code));
        return known.equals(code) ? forms.process(code).orElse(code) : known;
    }

    /** What staff have begun to write, each under its form's title. */
    List<Item> drafts(JsonNode drafts, boolean alone, Map<String, String> staff) {
        List<Item> items = new ArrayList<>();
        for (JsonNode draft : drafts) {
            var form = forms.of(
                    draft.path("form").asText(), draft.path("form_version").asText());
            String holder = draft.path("holder").asText();
            if (AnswerText.says(draft.path("content"))) {
                items.add(new Item(
                        form.map(FormText::title).orElse("Anteckning"),
                        List.of(
                                        AnswerText.plain(draft.path("saved_at")),
                                        staff.getOrDefault(holder, holder),
                                        alone ? "" : draft.path("case_number").asText())
                                .stream()
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        lines(form, draft.path("case_number").asText(), draft.path("content"), staff)));
            }
        }
        return items;
    }

    /** Open tasks with what stands in their forms. */
    List<Item> tasks(JsonNode tasks, boolean alone, Map<String, String> staff) {
        List<Item> items = new ArrayList<>();
        for (JsonNode task : tasks) {
            Optional<FormText> form = forms.of(task.path("form").asText());
            ObjectNode asked = Json.MAPPER.createObjectNode();
            form.ifPresent(known -> known.fields().stream()
                    .filter(field -> task.path("values").has(field.key()))
                    .forEach(field -> asked.set(field.key(), task.path("values").path(field.key()))));
            String who = task.path("assignee").asText("");
            items.add(new Item(
                    task.path("name").asText(),
                    List.of(
                                    AnswerText.says(task.path("due"))
                                            ? "ska vara klar " + AnswerText.plain(task.path("due"))
                                            : "",
                                    staff.getOrDefault(who, who),
                                    alone ? "" : task.path("caseNumber").asText())
                            .stream()
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    lines(form, task.path("caseNumber").asText(), asked, staff)));
        }
        return items;
    }

    /**
     * What a type of group is called in the case's programme; the code itself if it is none.
     *
     * @param caseNumber empty for what is about no single case: then in the first programme that has it
     */
    String groupType(String caseNumber, String code) {
        return programmes.find(caseNumber).map(List::of).orElseGet(() -> List.copyOf(programmes.all())).stream()
                .flatMap(programme -> programme.groups().stream())
                .filter(group -> group.type().equals(code))
                .map(Settings.Group::name)
                .findFirst()
                .orElse(code);
    }
}
