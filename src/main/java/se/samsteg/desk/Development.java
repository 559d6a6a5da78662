package se.samsteg.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Instrument;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * How it has gone for a participant, to show the participant: the own goal, the steps, and each scale over time. Only the
 * answers to one version of the questions stand beside one another.
 */
@Component
class Development {

    private static final List<String> MEASURED =
            List.of("planning-baseline", "coaching-talk", "exit-measurement", "followup-one-year");

    private final Facts facts;
    private final Programmes programmes;
    private final Clock clock;

    Development(Facts facts, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * What is shown.
     *
     * @param goal in the participant's own words; null before there is a plan
     * @param achieved what reviews of the plan say, the oldest first
     */
    record Shown(@Nullable String goal, List<Step> steps, List<String> achieved, List<Scale> scales) {}

    /** A step of the programme and its first day. */
    record Step(String name, LocalDate since) {}

    /** A question with its answers, the oldest first. */
    record Scale(String label, int best, List<Point> points) {

        /** Such as {@code 3 den 2027-02-01, 7 den 2027-05-01}, for those who do not see the picture. */
        String told() {
            return String.join(
                    ", ",
                    points.stream()
                            .map(one -> one.value() + " den " + one.day())
                            .toList());
        }
    }

    /** @param percent of the best answer */
    record Point(LocalDate day, int value, int percent) {}

    Shown of(String caseNumber) {
        return new Shown(goal(caseNumber), steps(caseNumber), achieved(caseNumber), scales(caseNumber));
    }

    /** As it was written last: a review or the completion of a preliminary plan may say it anew. */
    private @Nullable String goal(String caseNumber) {
        return Stream.of(
                        told(caseNumber, "planning-action-plan", "ownGoal"),
                        told(caseNumber, "coaching-plan-completion", "goal"),
                        told(caseNumber, "coaching-plan-review", "goal"))
                .flatMap(texts -> texts)
                .max(Comparator.comparing(Said::at))
                .map(Said::text)
                .orElse(null);
    }

    private record Said(Instant at, String text) {}

    private Stream<Said> told(String caseNumber, String kind, String key) {
        return facts.all(caseNumber, kind).stream()
                .filter(fact -> !fact.content().path(key).asText("").isBlank())
                .map(fact -> new Said(fact.at(), fact.content().path(key).asText()));
    }

    private List<Step> steps(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        return Stream.of("planning-action-plan", "coaching-next-step")
                .flatMap(kind -> told(caseNumber, kind, "nextStep"))
                .sorted(Comparator.comparing(Said::at))
                .flatMap(
                        said -> programme.step(said.text()).map(step -> new Step(step.name(), day(said.at()))).stream())
                .toList();
    }

    private List<String> achieved(String caseNumber) {
        return told(caseNumber, "coaching-plan-review", "achieved")
                .sorted(Comparator.comparing(Said::at))
                .map(said -> day(said.at()) + ": " + said.text())
                .toList();
    }

    private List<Scale> scales(String caseNumber) {
        Instrument own = Instrument.own();
        List<Facts.Entry<JsonNode>> answers = MEASURED.stream()
                .flatMap(kind -> facts.all(caseNumber, kind).stream())
                .filter(fact -> own.measured(fact.content()))
                .sorted(Comparator.comparing(Facts.Entry::at))
                .toList();
        return own.scales().stream()
                .map(scale -> new Scale(
                        scale.label(),
                        scale.best(),
                        answers.stream()
                                .flatMap(fact -> point(scale, fact).stream())
                                .toList()))
                .filter(scale -> !scale.points().isEmpty())
                .toList();
    }

    private Optional<Point> point(Instrument.Scale scale, Facts.Entry<JsonNode> fact) {
        return scale.answer(fact.content()).map(value -> new Point(day(fact.at()), value, 100 * value / scale.best()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
