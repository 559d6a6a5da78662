package se.samsteg.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.activity.Activity.StepTaken;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Where on the programme's ladder a participant is: the main step, which is the one decided last, and what runs beside it.
 * The programme's process takes a step in the transaction in which it is decided, so the two never differ.
 */
@Component
class Ladder {

    private static final String REMAINS =
            ": en insats med en sådan grupp pågår redan vid sidan av, med en bedömning eller ett enskilt behov som inte är "
                    + "klart. Avsluta den först med Insats vid sidan av.";

    private static final String TAKEN = ": deltagaren är redan med i en sådan grupp, eller väntar på en.";

    private final Facts facts;
    private final Activities activities;
    private final Programmes programmes;
    private final Clock clock;

    Ladder(Facts facts, Activities activities, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.activities = activities;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The step that the plan begins with, or that was decided later. */
    @FactOf({"planning-action-plan", "coaching-next-step"})
    record Decision(
            @Nullable String nextStep,
            @Nullable String wantedGroup,
            @Nullable Boolean wantsAssessment) {

        boolean assessment() {
            return Boolean.TRUE.equals(wantsAssessment);
        }
    }

    /** A step that begins beside the main step, or as the main step. */
    record Wanted(String step, @Nullable String group, boolean assessment) {}

    /** What was decided last; empty before there is a plan. */
    private Optional<Facts.Entry<Decision>> decided(String caseNumber) {
        return Stream.of("planning-action-plan", "coaching-next-step")
                .flatMap(form -> facts.all(caseNumber, form, Decision.class).stream())
                .max(Comparator.comparing(Facts.Entry::at))
                .filter(last -> last.content().nextStep() != null);
    }

    private Optional<StepTaken> main(String caseNumber) {
        return decided(caseNumber).map(last -> {
            String step = Objects.requireNonNull(last.content().nextStep());
            return new StepTaken(
                    step, name(caseNumber, step), false, LocalDate.ofInstant(last.at(), clock.getZone()), null);
        });
    }

    /** Every main step that was decided so far. */
    Set<String> begun(String caseNumber) {
        return Stream.of("planning-action-plan", "coaching-next-step")
                .flatMap(form -> facts.all(caseNumber, form, Decision.class).stream())
                .flatMap(decision -> Stream.ofNullable(decision.content().nextStep()))
                .collect(Collectors.toSet());
    }

    private Stream<StepTaken> beside(String caseNumber) {
        return activities.of(caseNumber).stream()
                .map(one -> new StepTaken(
                        one.step(),
                        name(caseNumber, one.step()) + group(caseNumber, one.groupType()),
                        true,
                        one.beganOn(),
                        one.endedOn()));
    }

    private String group(String caseNumber, @Nullable String type) {
        return type == null
                ? ""
                : programmes.of(caseNumber).groups().stream()
                        .filter(group -> group.type().equals(type))
                        .map(group -> " (%s)".formatted(group.name()))
                        .findFirst()
                        .orElse("");
    }

    private String name(String caseNumber, String step) {
        return step.equals(Settings.Step.EXIT)
                ? "Utslussning"
                : programmes.of(caseNumber).step(step).map(Settings.Step::name).orElse(step);
    }

    /** The main step, and what runs or ran beside one, in the order in which it began. */
    List<StepTaken> taken(String caseNumber) {
        return Stream.concat(main(caseNumber).stream(), beside(caseNumber)).toList();
    }

    /** The main step and what runs beside it, a line each. */
    String text(String caseNumber) {
        return taken(caseNumber).stream()
                .filter(step -> step.until() == null)
                .map(step -> (step.beside() ? "Vid sidan av: " : "") + step.name() + ", " + step.days())
                .collect(Collectors.joining("\n"));
    }

    /**
     * @return id of what begins
     * @throws Refused if the step runs already or the programme does not allow it beside the main step; a second group is
     *     of another type than the first
     */
    UUID begin(String caseNumber, Wanted wanted) {
        Decision main = decided(caseNumber)
                .map(Facts.Entry::content)
                .orElseThrow(() -> new Refused("Ärende: deltagaren har ingen handlingsplan än, så inget steg pågår."));
        String mainStep = Objects.requireNonNull(main.nextStep());
        String name = name(caseNumber, wanted.step());
        if (mainStep.equals(wanted.step()) && !besideItself(caseNumber, wanted.step())) {
            throw new Refused("Vilken insats?: %s är deltagarens steg redan.".formatted(name));
        }
        boolean allowed = programmes
                .of(caseNumber)
                .step(mainStep)
                .map(settings -> settings.beside().contains(wanted.step()))
                .orElse(false);
        if (!allowed) {
            throw new Refused("Vilken insats?: programmet har inte %s vid sidan av %s."
                    .formatted(name, name(caseNumber, mainStep)));
        }
        boolean assessed = mainStep.equals(wanted.step()) && main.assessment();
        mayRun(
                caseNumber,
                wanted,
                assessed,
                "Vilken insats?: %s pågår redan vid sidan av.".formatted(name),
                "Vilken grupp?");
        Activities.Activity begun = new Activities.Activity(
                UUID.randomUUID(), wanted.step(), wanted.group(), wanted.assessment(), LocalDate.now(clock), null);
        activities.begin(caseNumber, begun);
        return begun.id();
    }

    /** Whether the programme allows a step beside itself: a group of one type beside one of another. */
    private boolean besideItself(String caseNumber, String step) {
        return programmes
                .of(caseNumber)
                .step(step)
                .map(settings -> settings.beside().contains(step))
                .orElse(false);
    }

    /**
     * @param assessed whether the main step has an assessment
     * @param runsAlready what is said where the step runs beside, and may not twice
     * @param groupField the field in which the group is chosen
     */
    private void mayRun(String caseNumber, Wanted wanted, boolean assessed, String runsAlready, String groupField) {
        List<Activities.Activity> same = activities.of(caseNumber).stream()
                .filter(one -> one.runs(wanted.step()))
                .toList();
        if (!same.isEmpty() && !besideItself(caseNumber, wanted.step())) {
            throw new Refused(runsAlready);
        }
        if (wanted.group() != null && activities.inGroup(caseNumber, wanted.group())) {
            throw new Refused(groupField + TAKEN);
        }
        if (wanted.assessment() && (assessed || same.stream().anyMatch(Activities.Activity::assessment))) {
            throw new Refused("Arbetsterapeutens bedömning önskas: den är redan begärd i det som pågår.");
        }
        if (same.stream().anyMatch(one -> Objects.equals(one.groupType(), wanted.group()))) {
            throw new Refused(groupField + REMAINS);
        }
    }

    void end(UUID id) {
        activities.end(id, LocalDate.now(clock));
    }

    /** As {@link #end(UUID)}, of the step that began first. */
    void end(String caseNumber, String step) {
        activities.of(caseNumber).stream()
                .filter(one -> one.runs(step))
                .findFirst()
                .ifPresent(one -> end(one.id()));
    }

    /**
     * What runs of a step beside the main step.
     *
     * @param group the type of its group; null where there is only one, or for the one without a group
     * @throws Refused if there is no such, or several and it is not said which
     */
    UUID running(String caseNumber, String step, @Nullable String group) {
        List<Activities.Activity> running =
                activities.of(caseNumber).stream().filter(one -> one.runs(step)).toList();
        List<Activities.Activity> meant = running.size() == 1 && group == null
                ? running
                : running.stream()
                        .filter(one -> Objects.equals(one.groupType(), group))
                        .toList();
        if (running.isEmpty() || meant.isEmpty() && group != null) {
            throw new Refused("Vilken insats?: %s pågår inte vid sidan av."
                    .formatted(name(caseNumber, step) + group(caseNumber, group)));
        }
        if (meant.isEmpty()) {
            throw new Refused("Vilken grupp?: deltagaren har flera vid sidan av steget. Välj den som det gäller.");
        }
        return meant.get(0).id();
    }

    /** @throws Refused if the step that was just decided runs beside already */
    void mayFollow(String caseNumber) {
        decided(caseNumber).map(Facts.Entry::content).ifPresent(main -> {
            String step = Objects.requireNonNull(main.nextStep());
            String group = Settings.Group.chosen(main.wantedGroup()) ? main.wantedGroup() : null;
            mayRun(
                    caseNumber,
                    new Wanted(step, group, main.assessment()),
                    false,
                    ("Nästa steg: %s pågår redan vid sidan av. Välj ett annat steg, eller avsluta den först med "
                                    + "Insats vid sidan av.")
                            .formatted(name(caseNumber, step)),
                    "Önskad grupp");
        });
    }

    /**
     * Follows a participant who goes over to a group of another type. What remains beside the main step after its group has
     * ended is of no open type ({@link #mayRun}), so it is never what follows.
     *
     * @throws Refused if something with a group of the new type remains
     */
    void changeGroup(String caseNumber, String from, String to) {
        if (activities.of(caseNumber).stream().anyMatch(one -> one.runs() && to.equals(one.groupType()))) {
            throw new Refused("Grupp" + REMAINS);
        }
        activities.changeGroup(caseNumber, from, to);
    }
}
