package se.samsteg.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsteg.form.AnswerText;
import se.samsteg.form.FormText;

/**
 * What is read of a form in the tab Akten.
 *
 * @param keys of the form, in the order in which they are read
 */
record FactSection(String form, String heading, List<String> keys) {

    static final FactSection REFERRAL = new FactSection(
            "referral-referral",
            "Remissen",
            List.of(
                    "reason",
                    "background",
                    "health",
                    "livelihoodSources",
                    "onSupportSince",
                    "sickLeaveDegree",
                    "sickLeaveSince",
                    "measuresTried",
                    "expectations"));

    static final FactSection ASSESSMENT = new FactSection(
            "conference-assessment", "Bedömningen på utökat möte", List.of("assessment", "preliminaryPlan"));

    static final FactSection PLAN = new FactSection(
            "planning-action-plan",
            "Handlingsplanen",
            List.of(
                    "agreedOn",
                    "ownGoal",
                    "step1Purpose",
                    "step1Measure",
                    "step1Responsible",
                    "step1Date",
                    "step2Purpose",
                    "step2Measure",
                    "step2Responsible",
                    "step2Date",
                    "step3Purpose",
                    "step3Measure",
                    "step3Responsible",
                    "step3Date",
                    "exitPlan",
                    "aftercare"));

    static final FactSection PROTECTION =
            new FactSection("protection-request", "Skyddade personuppgifter", List.of("kind", "since", "handling"));

    static final FactSection RECEIPT = new FactSection(
            "response-receipt", "Återremissen mottagen", List.of("receivingUnit", "accepted", "contact", "comment"));

    static final FactSection RECEIVER =
            new FactSection("response-receiver", "Annan mottagare", List.of("found", "unit", "contact", "why"));

    static final FactSection ANSWERS = new FactSection(
            "response-answers",
            "Svar på återremissen",
            List.of("answer1", "comment1", "answer2", "comment2", "answer3", "comment3", "closed", "closedWhy"));

    static final FactSection TALK = new FactSection(
            "coaching-talk",
            "Senaste coachsamtalet",
            List.of("outcome", "note", "exitReason", "undoReason", "nextTalk"));

    static final FactSection PAUSE =
            new FactSection("pause-period", "Vårdpaus", List.of("change", "untilDay", "reason"));

    static final FactSection RETURN =
            new FactSection("pause-return", "Återgången efter vårdpaus", List.of("change", "untilDay", "note"));

    static final List<FactSection> ALL =
            List.of(REFERRAL, ASSESSMENT, PLAN, TALK, PAUSE, RETURN, PROTECTION, RECEIPT, RECEIVER, ANSWERS);

    /** Fields that share a heading in the form share a line, under that heading. */
    Section of(FormText text, JsonNode content) {
        Map<String, String> lines = new LinkedHashMap<>();
        keys.stream()
                .map(text::field)
                .flatMap(Optional::stream)
                .filter(field -> AnswerText.says(content.path(field.key())))
                .forEach(field -> {
                    String answer = AnswerText.of(field, content.path(field.key()), code -> code);
                    if (field.heading().isEmpty()) {
                        lines.put(field.caption(), answer);
                    } else {
                        lines.merge(field.heading(), field.caption() + ": " + answer, (one, next) -> one + "\n" + next);
                    }
                });
        return new Section(
                heading,
                lines.entrySet().stream()
                        .map(line -> new Section.Line(line.getKey(), line.getValue()))
                        .toList());
    }
}
