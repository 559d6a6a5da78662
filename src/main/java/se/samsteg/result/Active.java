package se.samsteg.result;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** Occupations that count as work or studies. */
@OptionsOf({"planning-baseline.occupation", "exit-outcome.occupation", "followup-one-year.occupation"})
enum Active implements Code {
    WORKING,
    SUBSIDISED_WORK,
    STUDYING;

    static boolean has(@Nullable String occupation) {
        return Arrays.stream(values()).anyMatch(one -> one.is(occupation));
    }
}
