package se.samsteg.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    record Decision(@Nullable String nextStep) {}

    /** What was decided last; empty before there is a plan. */
    private Optional<StepTaken> main(String caseNumber) {
        return Stream.of("planning-action-plan", "coaching-next-step")
                .flatMap(form -> facts.all(caseNumber, form, Decision.class).stream())
                .max(Comparator.comparing(Facts.Entry::at))
                .flatMap(last -> Optional.ofNullable(last.content().nextStep())
                        .map(step -> new StepTaken(
                                step,
                                name(caseNumber, step),
                                false,
                                LocalDate.ofInstant(last.at(), clock.getZone()),
                                null)));
    }

    private Stream<StepTaken> beside(String caseNumber) {
        return activities.of(caseNumber).stream()
                .map(one ->
                        new StepTaken(one.step(), name(caseNumber, one.step()), true, one.beganOn(), one.endedOn()));
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

    /** @throws Refused if the step runs already or the programme does not allow it beside the main step */
    void begin(String caseNumber, String step) {
        StepTaken main = main(caseNumber)
                .orElseThrow(() -> new Refused("Ärende: deltagaren har ingen handlingsplan än, så inget steg pågår."));
        String name = name(caseNumber, step);
        if (main.step().equals(step)) {
            throw new Refused("Vilken insats?: %s är deltagarens steg redan.".formatted(name));
        }
        if (runs(caseNumber, step)) {
            throw new Refused("Vilken insats?: %s pågår redan vid sidan av.".formatted(name));
        }
        boolean allowed = programmes
                .of(caseNumber)
                .step(main.step())
                .map(settings -> settings.beside().contains(step))
                .orElse(false);
        if (!allowed) {
            throw new Refused("Vilken insats?: programmet har inte %s vid sidan av %s.".formatted(name, main.name()));
        }
        activities.begin(caseNumber, step, LocalDate.now(clock));
    }

    void end(String caseNumber, String step) {
        activities.end(caseNumber, step, LocalDate.now(clock));
    }

    /** @throws Refused if the step does not run beside the main step */
    void mustRun(String caseNumber, String step) {
        if (!runs(caseNumber, step)) {
            throw new Refused("Vilken insats?: %s pågår inte vid sidan av.".formatted(name(caseNumber, step)));
        }
    }

    /** @throws Refused if the step that was just decided runs beside already */
    void mayFollow(String caseNumber) {
        main(caseNumber).filter(main -> runs(caseNumber, main.step())).ifPresent(main -> {
            throw new Refused(
                    ("Nästa steg: %s pågår redan vid sidan av. Välj ett annat steg, eller avsluta den först med "
                                    + "Insats vid sidan av.")
                            .formatted(main.name()));
        });
    }

    private boolean runs(String caseNumber, String step) {
        return activities.of(caseNumber).stream()
                .anyMatch(one -> one.runs() && one.step().equals(step));
    }
}
