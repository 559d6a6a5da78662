package se.samsteg.response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Numbered;

/** Recorded answers, read without today's rules. */
@FactOf("response-answers")
record Answered(
        @Numbered List<Answers.Row> answers, @Nullable Boolean closed) {

    /** Whether nothing is left to ask. */
    boolean settled() {
        return Boolean.TRUE.equals(closed)
                || answers.stream().noneMatch(row -> Answers.Answer.NOT_YET.is(row.answer()));
    }

    /** By the form's keys, for the task in which they are asked for again. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        answers.forEach(row -> {
            if (row.answer() != null) {
                texts.put("answer" + row.number(), row.answer());
            }
            if (row.comment() != null) {
                texts.put("comment" + row.number(), row.comment());
            }
        });
        return texts;
    }
}
