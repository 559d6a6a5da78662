package se.samsteg.exit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/** What the referring authority did with each recommendation: followed, partly, not-followed or not-yet. */
record Answers(
        @Nullable String answer1,
        @Nullable String comment1,
        @Nullable String answer2,
        @Nullable String comment2,
        @Nullable String answer3,
        @Nullable String comment3) {

    @OptionsOf({"exit-answers.answer1", "exit-answers.answer2", "exit-answers.answer3"})
    enum Answer implements Code {
        NOT_FOLLOWED
    }

    Answers {
        List<String> wrong = new ArrayList<>();
        var answers = Arrays.asList(answer1, answer2, answer3);
        var comments = Arrays.asList(comment1, comment2, comment3);
        for (int i = 0; i < answers.size(); i++) {
            if (Answer.NOT_FOLLOWED.is(answers.get(i)) && comments.get(i) == null) {
                wrong.add("Kommentar %d: säg varför rekommendationen inte följs.".formatted(i + 1));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused unless each of that many recommendations is answered, and no other */
    void to(int recommendations) {
        List<String> wrong = new ArrayList<>();
        var answers = Arrays.asList(answer1, answer2, answer3);
        for (int i = 0; i < answers.size(); i++) {
            if (i < recommendations && answers.get(i) == null) {
                wrong.add("Svar %d: svara på rekommendationen.".formatted(i + 1));
            } else if (i >= recommendations && answers.get(i) != null) {
                wrong.add("Svar %d: det finns ingen sådan rekommendation.".formatted(i + 1));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
