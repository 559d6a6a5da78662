package se.samsteg.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsteg.form.AnswerText;
import se.samsteg.form.FormText;

/**
 * What is read of a form in a case.
 *
 * @param keys of the form, in the order in which they are read
 * @param own whether what only the programme's own form asks follows on them
 */
record FactSection(String form, String heading, List<String> keys, boolean own) {

    FactSection(String form, String heading, List<String> keys) {
        this(form, heading, keys, true);
    }

    static final FactSection REFERRAL = new FactSection(
            "referral-referral",
            "Remissen",
            List.of(
                    "reason",
                    "background",
                    "livelihoodSources",
                    "onSupportSince",
                    "sickLeaveDegree",
                    "sickLeaveSince",
                    "measuresTried",
                    "expectations",
                    "contactMissing"));

    /** By itself, as an authority may know of the referral and not of this. */
    static final FactSection HEALTH =
            new FactSection("referral-referral", "Remissen om hälsan", List.of("health"), false);

    static final FactSection CORRECTION = new FactSection(
            "referral-correction", "Remissen rättad", List.of("withdrawalReason", "exceptionReason", "comment"));

    static final FactSection EXCEPTION =
            new FactSection("referral-decision", "Undantag från villkoren", List.of("letThrough", "decisionReason"));

    static final FactSection ASSESSMENT = new FactSection(
            "conference-assessment",
            "Bedömningen på utökat möte",
            List.of("assessment", "preliminaryPlan", "notTakenInReason", "recommendation", "jointPlan"));

    static final FactSection INTAKE_APPOINTMENT = new FactSection(
            "intake-appointment",
            "Remissen prövad",
            List.of("decision", "reason", "recommendation", "complexity", "ceilingReason"));

    static final FactSection INTAKE_BOOKING = new FactSection(
            "intake-booking",
            "Trepartssamtalet bokat",
            List.of("answer", "talkDate", "talkTime", "talkPlace", "nextTryOn", "reason", "recommendation"));

    static final FactSection INTAKE_TALK = new FactSection(
            "intake-talk",
            "Trepartssamtalet",
            List.of(
                    "outcome",
                    "note",
                    "heldOn",
                    "present",
                    "result",
                    "informed",
                    "agreed",
                    "expectation",
                    "enrolledOn",
                    "reason",
                    "recommendation"));

    /** Without the protected note, which is opened by itself. */
    static final FactSection MAPPING = new FactSection(
            "planning-mapping",
            "Kartläggningen",
            List.of(
                    "housing",
                    "family",
                    "health",
                    "economy",
                    "everyday",
                    "monthsOnSupport",
                    "education",
                    "workHistory",
                    "obstacles",
                    "obstaclesNote",
                    "carePlanning"));

    /** What staff must mind who plan activities and workplaces. */
    static final FactSection RESTRICTION = new FactSection(
            "planning-action-plan",
            "Begränsningar och alternativ",
            List.of(
                    "activityRestriction",
                    "alternative",
                    "unable1Series",
                    "unable1Instead",
                    "unable2Series",
                    "unable2Instead",
                    "unable3Series",
                    "unable3Instead"),
            false);

    static final FactSection SUPPORT = new FactSection(
            "prerehab-support-assessment",
            "Behov av stöd i arbete",
            List.of(
                    "assessedOn",
                    "supportNeeded",
                    "supportMeasures",
                    "cognitiveDifficulties",
                    "cognitiveNote",
                    "aidsNeeded",
                    "aids"));

    static final FactSection MATCH = new FactSection(
            "workplace-match",
            "Matchningen mot arbetsplats",
            List.of("interest", "adaptations", "employersContacted", "matchResult", "foundByParticipant", "obstacle"));

    static final FactSection INTRODUCTION = new FactSection(
            "workplace-introduction",
            "Arbetsplatsen",
            List.of(
                    "employer",
                    "supervisor",
                    "employerContact",
                    "duties",
                    "type",
                    "extentPercent",
                    "startsOn",
                    "endsOn",
                    "outcome",
                    "agreed"));

    static final FactSection PLACEMENT = new FactSection(
            "workplace-follow-up",
            "Placeringen uppföljd",
            List.of(
                    "outcome",
                    "observation",
                    "placementResult",
                    "newEndsOn",
                    "jobOffer",
                    "endedOn",
                    "endReason",
                    "endNote",
                    "afterPlacement"));

    /** Without the restriction, which others read too. */
    static final FactSection PLAN = new FactSection(
            "planning-action-plan",
            "Handlingsplanen",
            steps(List.of("agreedOn", "ownGoal"), List.of("exitPlan", "aftercare")));

    static final FactSection COMPLETION = new FactSection(
            "coaching-plan-completion",
            "Handlingsplanen kompletterad",
            steps(List.of("agreedOn", "goal"), List.of("steps", "exitPlan")));

    static final FactSection REVIEW = new FactSection(
            "coaching-plan-review",
            "Handlingsplanen uppföljd",
            steps(List.of("agreedOn", "achieved", "planChange", "goal"), List.of("steps", "exitPlan")));

    static final FactSection PROTECTION =
            new FactSection("protection-request", "Skyddade personuppgifter", List.of("kind", "since", "handling"));

    static final FactSection OUTCOME = new FactSection(
            "exit-outcome",
            "Utfall",
            List.of(
                    "exitOn",
                    "ground",
                    "mainOutcome",
                    "lasting",
                    "secondaryOutcomes",
                    "occupation",
                    "workPercent",
                    "livelihoodSources",
                    "destination",
                    "continuation",
                    "continuationNote",
                    "handoverAgreed",
                    "oneYearAgreed"));

    static final FactSection DEPARTURE = new FactSection(
            "departure-request", "Dödsfall eller avslutad uppföljning", List.of("reason", "happenedOn"));

    static final FactSection REOPENING = new FactSection("reopening-request", "Ärendet återöppnat", List.of("why"));

    static final FactSection RECEIPT = new FactSection(
            "response-receipt",
            "Återremissen mottagen",
            List.of("programmeUnit", "receivingUnit", "accepted", "contact", "comment"));

    static final FactSection RECEIVER = new FactSection(
            "response-receiver",
            "Annan mottagare",
            List.of("found", "programmeUnit", "unit", "contact", "heldOn", "tookPart", "why"));

    static final FactSection ANSWERS = new FactSection(
            "response-answers",
            "Svar på återremissen",
            rows(List.of(), List.of("closed", "closedWhy"), n -> Stream.of("answer" + n, "comment" + n)));

    static final FactSection TALK = new FactSection(
            "coaching-talk",
            "Senaste coachsamtalet",
            List.of(
                    "outcome",
                    "note",
                    "exitReason",
                    "undoReason",
                    "lastTalk",
                    "nextTalk",
                    "nextTalkAt",
                    "nextTalkPlace"));

    static final FactSection END = new FactSection(
            "coaching-end-preparation", "Avslutet förberett", List.of("remaining", "continuation", "plannedExit"));

    static final FactSection HANDOVER_MEETING = new FactSection(
            "response-meeting", "Överlämningsmöte", List.of("held", "heldOn", "tookPart", "accepted", "agreed", "why"));

    static final FactSection SIP = new FactSection(
            "sip-meeting",
            "Senaste SIP- eller nätverksmötet",
            rows(
                    List.of("meetingResult", "heldOn", "attended"),
                    List.of(
                            "noDecisionReason",
                            "responsible",
                            "othersDo",
                            "notHeldReason",
                            "cancelledBy",
                            "notHeldNote",
                            "giveUpReason"),
                    n -> Stream.of("What", "Owner", "Date").map(part -> "decision" + n + part)));

    static final FactSection PAUSE =
            new FactSection("pause-period", "Vårdpaus", List.of("change", "untilDay", "reason"));

    static final FactSection RETURN =
            new FactSection("pause-return", "Återgången efter vårdpaus", List.of("change", "untilDay", "note"));

    static final List<FactSection> ALL = List.of(
            REFERRAL,
            HEALTH,
            CORRECTION,
            EXCEPTION,
            ASSESSMENT,
            INTAKE_APPOINTMENT,
            INTAKE_BOOKING,
            INTAKE_TALK,
            MAPPING,
            PLAN,
            RESTRICTION,
            SUPPORT,
            MATCH,
            INTRODUCTION,
            PLACEMENT,
            COMPLETION,
            REVIEW,
            TALK,
            SIP,
            PAUSE,
            RETURN,
            END,
            PROTECTION,
            OUTCOME,
            DEPARTURE,
            REOPENING,
            RECEIPT,
            HANDOVER_MEETING,
            RECEIVER,
            ANSWERS);

    /** Boxes that say nothing while they are empty. */
    private static final Set<String> ONLY_TICKED = Set.of("agreed", "contactMissing", "closed", "lastTalk");

    private static List<String> steps(List<String> before, List<String> after) {
        return rows(before, after, n -> Stream.of("Purpose", "Measure", "Responsible", "Date")
                .map(part -> "step" + n + part));
    }

    /** As many rows as the forms have. */
    private static List<String> rows(List<String> before, List<String> after, IntFunction<Stream<String>> row) {
        return Stream.of(before.stream(), IntStream.rangeClosed(1, 12).boxed().flatMap(row::apply), after.stream())
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * Fields that share a heading in the form share a line, under that heading.
     *
     * @param own keys of what only the programme's own form asks, which follow on the others
     */
    Section of(FormText text, JsonNode content, Collection<String> own) {
        Map<String, String> lines = new LinkedHashMap<>();
        Stream.concat(keys.stream(), own.stream())
                .map(text::field)
                .flatMap(Optional::stream)
                .filter(field -> says(field.key(), content.path(field.key())))
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

    private static boolean says(String key, JsonNode answer) {
        return AnswerText.says(answer) && (answer.asBoolean() || !ONLY_TICKED.contains(key));
    }
}
