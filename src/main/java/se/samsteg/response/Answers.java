package se.samsteg.response;

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

/**
 * What the referring authority did with each recommendation.
 *
 * @param closed the lead asks no more, though not every recommendation is answered
 */
record Answers(
        @Numbered List<Row> answers,
        @Nullable Boolean closed,
        @Nullable String closedWhy) {

    /** @param answer followed, partly, not-followed or not-yet */
    record Row(
            int number, @Nullable String answer, @Nullable String comment) {

        boolean unexplained() {
            return Answer.NOT_FOLLOWED.is(answer) && comment == null;
        }
    }

    @OptionsOf({
        "response-answers.answer1",
        "response-answers.answer2",
        "response-answers.answer3",
        "response-answers.answer4",
        "response-answers.answer5",
        "response-answers.answer6",
        "response-answers.answer7",
        "response-answers.answer8",
        "response-answers.answer9",
        "response-answers.answer10",
        "response-answers.answer11",
        "response-answers.answer12"
    })
    enum Answer implements Code {
        NOT_FOLLOWED,
        NOT_YET
    }

    Answers {
        List<String> wrong = answers.stream()
                .filter(Row::unexplained)
                .map(row -> "Kommentar %d: säg varför rekommendationen inte följs.".formatted(row.number))
                .collect(Collectors.toCollection(ArrayList::new));
        if (Boolean.TRUE.equals(closed) && closedWhy == null) {
            wrong.add("Varför frågas det inte igen?: fyll i skälet.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    /** @throws Refused if another user than the lead closes the question */
    void givenBy(boolean lead) {
        if (isClosed() && !lead) {
            throw new Refused("Fråga inte igen: bara projektledaren kan avsluta frågan.");
        }
    }

    /** @throws Refused unless each of that many recommendations is answered, and no other; a closed question may lack some */
    void to(int recommendations) {
        Set<Integer> answered = answers.stream()
                .filter(row -> row.answer != null)
                .map(Row::number)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        for (int number = 1; number <= recommendations; number++) {
            if (!answered.remove(number) && !isClosed()) {
                wrong.add("Svar %d: svara på rekommendationen.".formatted(number));
            }
        }
        answered.forEach(number -> wrong.add("Svar %d: det finns ingen sådan rekommendation.".formatted(number)));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
