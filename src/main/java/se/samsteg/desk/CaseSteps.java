package se.samsteg.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.activity.Activity;
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

    /**
     * A step of the ladder.
     *
     * @param since the first day on it; null if it was not begun, or is over
     * @param now whether it is the main step
     * @param beside whether it runs beside the main step
     */
    record Rung(String name, @Nullable LocalDate since, boolean now, boolean beside) {

        /** What the step is at, in Swedish. */
        public String told() {
            if (since == null) {
                return name;
            }
            return "%s, %s %s".formatted(name, beside ? "vid sidan av sedan" : "sedan", since);
        }
    }

    /** The whole ladder in its order; after it the exit, if the participant is on the way out. */
    List<Rung> of(CaseFile file) {
        List<Activity.StepTaken> taken = activity.steps(file.caseNumber()).stream()
                .filter(step -> step.until() == null)
                .toList();
        List<Rung> rungs = programmes.get(file.programme()).ladder().stream()
                .map(step -> rung(step.name(), on(taken, step.step())))
                .toList();
        return on(taken, Settings.Step.EXIT)
                .map(exit -> Stream.concat(rungs.stream(), Stream.of(rung(exit.name(), Optional.of(exit))))
                        .toList())
                .orElse(rungs);
    }

    private static Optional<Activity.StepTaken> on(List<Activity.StepTaken> taken, String step) {
        return taken.stream().filter(one -> one.step().equals(step)).findFirst();
    }

    private static Rung rung(String name, Optional<Activity.StepTaken> step) {
        return step.map(one -> new Rung(name, one.since(), !one.beside(), one.beside()))
                .orElseGet(() -> new Rung(name, null, false, false));
    }
}
