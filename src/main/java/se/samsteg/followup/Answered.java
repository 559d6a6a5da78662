package se.samsteg.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Numbered;

/** What the referring authority answered to each recommendation. */
@FactOf("response-answers")
record Answered(@Numbered List<Answer> answers) {

    record Answer(
            int number, @Nullable String answer, @Nullable String comment) {}

    static final Answered NOTHING = new Answered(List.of());

    /** By the keys of the form that shows them beside the recommendations. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        answers.forEach(one -> {
            if (one.answer != null) {
                texts.put("answer" + one.number, one.answer);
            }
            if (one.comment != null) {
                texts.put("comment" + one.number, one.comment);
            }
        });
        return texts;
    }
}
