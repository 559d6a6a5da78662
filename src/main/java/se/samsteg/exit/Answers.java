package se.samsteg.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/** What the referring authority did with each recommendation. */
record Answers(@Numbered List<Row> answers) {

    /** @param answer followed, partly, not-followed or not-yet */
    record Row(
            int number, @Nullable String answer, @Nullable String comment) {

        boolean unexplained() {
            return Answer.NOT_FOLLOWED.is(answer) && comment == null;
        }
    }

    @OptionsOf({"exit-answers.answer1", "exit-answers.answer2", "exit-answers.answer3"})
    enum Answer implements Code {
        NOT_FOLLOWED
    }

    Answers {
        List<String> wrong = answers.stream()
                .filter(Row::unexplained)
                .map(row -> "Kommentar %d: säg varför rekommendationen inte följs.".formatted(row.number))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused unless each of that many recommendations is answered, and no other */
    void to(int recommendations) {
        Set<Integer> answered = answers.stream()
                .filter(row -> row.answer != null)
                .map(Row::number)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        for (int number = 1; number <= recommendations; number++) {
            if (!answered.remove(number)) {
                wrong.add("Svar %d: svara på rekommendationen.".formatted(number));
            }
        }
        answered.forEach(number -> wrong.add("Svar %d: det finns ingen sådan rekommendation.".formatted(number)));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
