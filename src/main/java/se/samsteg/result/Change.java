package se.samsteg.result;

import java.util.Arrays;
import java.util.List;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** How something is compared with the start, in the participant's own words. */
@OptionsOf({"exit-measurement.healthSinceStart", "exit-measurement.selfSupportSinceStart"})
enum Change implements Code {
    BETTER,
    SAME,
    WORSE;

    static List<String> codes() {
        return Arrays.stream(values()).map(Code::code).toList();
    }
}
