package se.samsteg.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Numbered;
import se.samsteg.programme.Programmes;

/** What other parties have promised by the facts of a case; the phases that record these know nothing of it. */
@Component
class Promises {

    private static final String PLAN = "planning-action-plan";
    private static final String COMPLETION = "coaching-plan-completion";
    private static final String REVIEW = "coaching-plan-review";

    private final Facts facts;
    private final Programmes programmes;
    private final Clock clock;

    Promises(Facts facts, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.programmes = programmes;
        this.clock = clock;
    }

    @FactOf({PLAN, COMPLETION, REVIEW})
    record Plan(@Numbered("step") List<Step> steps) {

        record Step(
                int number,
                @Nullable String measure,
                @Nullable String responsible,
                @Nullable LocalDate date) {

            Told promised() {
                return new Told(number, measure, responsible, date);
            }
        }

        Stream<Told> promises() {
            return steps.stream().map(Step::promised);
        }
    }

    /** What a need in the group and the therapist's assessment say alike. */
    @FactOf({"prerehab-individual-need", "prerehab-support-assessment"})
    record One(
            @Nullable String promised,
            @Nullable String promisedBy,
            @Nullable LocalDate promisedFor) {

        Stream<Told> promises() {
            return Stream.of(new Told(1, promised, promisedBy, promisedFor));
        }
    }

    private record Told(
            int step,
            @Nullable String what,
            @Nullable String by,
            @Nullable LocalDate until) {}

    /** What a participant told in a talk. */
    @FactOf("coaching-talk")
    record Talk(@Numbered("promise") List<Row> promises) {

        record Row(
                int number,
                @Nullable String what,
                @Nullable String by,
                @Nullable LocalDate date) {

            Told promised() {
                return new Told(number, what, by, date);
            }
        }
    }

    /** Of the action plan, and of what completed and revised it. */
    List<Promised> ofPlan(String caseNumber) {
        List<Promised> all = new ArrayList<>();
        for (String kind : List.of(PLAN, COMPLETION, REVIEW)) {
            facts.all(caseNumber, kind, Plan.class)
                    .forEach(plan -> add(
                            all, caseNumber, "plan", plan.id(), plan.content().promises()));
        }
        return all;
    }

    List<Promised> ofTalks(String caseNumber) {
        List<Promised> all = new ArrayList<>();
        facts.all(caseNumber, Talk.class)
                .forEach(talk -> add(
                        all,
                        caseNumber,
                        "talk",
                        talk.id(),
                        talk.content().promises().stream().map(Talk.Row::promised)));
        return all;
    }

    List<Promised> ofNeeds(String caseNumber) {
        return ofOne(caseNumber, "prerehab-individual-need", "group");
    }

    List<Promised> ofAssessments(String caseNumber) {
        return ofOne(caseNumber, "prerehab-support-assessment", "assessment");
    }

    /** All that phases have recorded, as it stands now. */
    List<Promised> all(String caseNumber) {
        return Stream.of(ofPlan(caseNumber), ofTalks(caseNumber), ofNeeds(caseNumber), ofAssessments(caseNumber))
                .flatMap(List::stream)
                .toList();
    }

    private List<Promised> ofOne(String caseNumber, String kind, String from) {
        List<Promised> all = new ArrayList<>();
        facts.all(caseNumber, kind, One.class)
                .forEach(fact ->
                        add(all, caseNumber, from, fact.id(), fact.content().promises()));
        return all;
    }

    /** Whether an authority or another party has promised it: the participant and the coach promise things too. */
    private boolean outside(String caseNumber, String by) {
        return Promise.By.OTHER.is(by)
                || programmes.of(caseNumber).authority(by).isPresent();
    }

    private void add(List<Promised> all, String caseNumber, String from, UUID fact, Stream<Told> promises) {
        promises.forEach(told -> {
            if (told.what != null && told.by != null && told.until != null && outside(caseNumber, told.by)) {
                all.add(new Promised(
                        UUID.randomUUID(),
                        caseNumber,
                        Promise.Kind.OTHER.code(),
                        told.what,
                        told.by,
                        null,
                        told.until,
                        LocalDate.now(clock),
                        from,
                        fact,
                        told.step));
            }
        });
    }
}
