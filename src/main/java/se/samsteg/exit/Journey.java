package se.samsteg.exit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Numbered;
import se.samsteg.programme.Instrument;

/** What happened on a case, told from its facts as a first draft of the återremiss. */
@Component
class Journey {

    private static final int LONGEST = 4000;

    private static final String MEASUREMENT = "exit-measurement";

    private final Facts facts;
    private final FormTexts texts;
    private final OpenMeasures measures;

    Journey(Facts facts, FormTexts texts, OpenMeasures measures) {
        this.facts = facts;
        this.texts = texts;
        this.measures = measures;
    }

    @FactOf("planning-action-plan")
    record Plan(@Nullable String ownGoal, @Numbered("step") List<Step> steps) {

        record Step(
                int number,
                @Nullable String purpose,
                @Nullable String measure) {}
    }

    @FactOf("coaching-plan-completion")
    record Completed(
            @Nullable String goal,
            @Numbered("step") List<Plan.Step> rows,
            @Nullable String steps) {}

    @FactOf("coaching-plan-review")
    record Review(
            @Nullable String goal,
            @Numbered("step") List<Plan.Step> rows,
            @Nullable String steps,
            @Nullable String achieved) {}

    @FactOf("coaching-next-step")
    record Step(@Nullable String result) {}

    @FactOf("prerehab-group-evaluation")
    record Group(@Nullable String gave) {}

    @FactOf("workplace-introduction")
    record Workplace(@Nullable String employer, @Nullable String duties) {}

    /** Purpose, measures, result, health profile and remaining care need by the form's keys; what nothing tells is left out. */
    Map<String, String> draft(String caseNumber) {

        Plan plan = facts.latest(caseNumber, Plan.class).orElseGet(() -> new Plan(null, List.of()));
        var completed = all(caseNumber, Completed.class);
        var reviews = all(caseNumber, Review.class);
        var steps = all(caseNumber, Step.class);
        var groups = all(caseNumber, Group.class);
        var workplaces = all(caseNumber, Workplace.class);

        Map<String, String> draft = new LinkedHashMap<>();
        put(
                draft,
                "purpose",
                Stream.of(
                                Stream.of(plan.ownGoal),
                                completed.stream().map(Completed::goal),
                                reviews.stream().map(Review::goal),
                                plan.steps.stream().map(Plan.Step::purpose),
                                completed.stream()
                                        .flatMap(one -> one.rows.stream())
                                        .map(Plan.Step::purpose),
                                reviews.stream()
                                        .flatMap(one -> one.rows.stream())
                                        .map(Plan.Step::purpose))
                        .flatMap(texts -> texts));
        put(
                draft,
                "measures",
                Stream.of(
                                plan.steps.stream().map(Plan.Step::measure),
                                completed.stream()
                                        .flatMap(one -> one.rows.stream())
                                        .map(Plan.Step::measure),
                                completed.stream().map(Completed::steps),
                                reviews.stream()
                                        .flatMap(one -> one.rows.stream())
                                        .map(Plan.Step::measure),
                                reviews.stream().map(Review::steps),
                                workplaces.stream().map(Journey::workplace))
                        .flatMap(texts -> texts));
        put(
                draft,
                "result",
                Stream.of(
                                groups.stream().map(Group::gave),
                                steps.stream().map(Step::result),
                                reviews.stream().map(Review::achieved))
                        .flatMap(texts -> texts));
        put(draft, "healthProfile", health(caseNumber).stream());
        put(draft, "careNeed", measures.of(caseNumber).stream());
        return draft;
    }

    private static String workplace(Workplace workplace) {
        return "Arbetsplatsintroduktion hos " + workplace.employer
                + (workplace.duties == null ? "" : ": " + workplace.duties);
    }

    /** What the participant answered at the start and at the exit; nothing where the exit was not measured. */
    private List<String> health(String caseNumber) {
        Instrument instrument = Instrument.own();
        Optional<JsonNode> start = facts.last(caseNumber, "planning-baseline")
                .map(Facts.Entry::content)
                .filter(instrument::asked);
        Optional<JsonNode> end =
                facts.last(caseNumber, MEASUREMENT).map(Facts.Entry::content).filter(instrument::asked);
        if (end.isEmpty()) {
            return List.of();
        }
        FormText form = texts.get(MEASUREMENT);
        List<String> lines = new ArrayList<>();
        instrument.choices().stream()
                .filter(question -> question.answered(end.get()))
                .flatMap(question -> form.line(question.key(), end.get()).stream())
                .forEach(lines::add);
        if (instrument.measured(end.get())) {
            lines.add("Egen skattning, 0 är sämst och 10 är bäst:");
            instrument
                    .scales()
                    .forEach(scale -> lines.add("%s: %s vid start, %s vid slut"
                            .formatted(
                                    scale.label(),
                                    said(start.flatMap(scale::answer)),
                                    said(end.flatMap(scale::answer)))));
        }
        return lines;
    }

    private static String said(Optional<Integer> answer) {
        return answer.map(String::valueOf).orElse("saknas");
    }

    private <T extends Record> List<T> all(String caseNumber, Class<T> type) {
        return facts.all(caseNumber, type).stream().map(Facts.Entry::content).toList();
    }

    private static void put(Map<String, String> draft, String key, Stream<@Nullable String> texts) {
        String text = texts.filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            draft.put(key, text.substring(0, Math.min(text.length(), LONGEST)));
        }
    }
}
