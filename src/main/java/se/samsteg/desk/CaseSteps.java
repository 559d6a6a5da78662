package se.samsteg.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.activity.Activity;
import se.samsteg.activity.Activity.StepTaken;
import se.samsteg.casefile.CaseFile;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Where on the programme's ladder a participant is, step by step. */
@Component
class CaseSteps {

    private final Activity activity;
    private final Programmes programmes;

    CaseSteps(Activity activity, Programmes programmes) {
        this.activity = activity;
        this.programmes = programmes;
    }

    /** How a step of the ladder stands. */
    enum State {
        COMING,
        TAKEN,
        BESIDE,
        NOW;

        /** As a class of the page. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param text in Swedish, such as {@code Förrehab, sedan 2026-11-02} */
    record Rung(String text, State state) {}

    /** The whole ladder in its order; after it the exit, if the participant is or was on the way out. */
    List<Rung> of(CaseFile file) {
        List<StepTaken> running = file.open()
                ? activity.steps(file.caseNumber()).stream()
                        .filter(step -> step.until() == null)
                        .toList()
                : List.of();
        Set<String> begun = activity.begun(file.caseNumber());
        Stream<Rung> ladder = programmes.get(file.programme()).ladder().stream()
                .map(step -> rung(step.step(), step.name(), running, begun));
        return Stream.concat(
                        ladder,
                        begun.contains(Settings.Step.EXIT)
                                ? Stream.of(rung(Settings.Step.EXIT, "Utslussning", running, begun))
                                : Stream.empty())
                .toList();
    }

    private static Rung rung(String step, String name, List<StepTaken> running, Set<String> begun) {
        List<StepTaken> on =
                running.stream().filter(one -> one.step().equals(step)).toList();
        if (on.isEmpty()) {
            return begun.contains(step) ? new Rung(name + ", klart", State.TAKEN) : new Rung(name, State.COMING);
        }
        return new Rung(
                on.stream()
                        .map(one -> one.name() + (one.beside() ? ", vid sidan av " : ", ") + one.days())
                        .collect(Collectors.joining("; ")),
                on.stream().allMatch(StepTaken::beside) ? State.BESIDE : State.NOW);
    }
}
