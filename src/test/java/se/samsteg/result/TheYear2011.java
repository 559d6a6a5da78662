package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** 47 taken up, of whom 36 were called and 11 got something else recommended; 23 others left in the year. */
final class TheYear2011 {

    private TheYear2011() {}

    static String outcome(int exit) {
        return exit <= 4 ? "regular-work" : exit <= 6 ? "studies" : exit <= 7 ? "available" : "other-authority";
    }

    static @Nullable String health(int exit) {
        return exit <= 2 ? "better" : exit <= 12 ? "same" : exit <= 19 ? "worse" : null;
    }

    /** As a lead imports it from a file. */
    static void imported(Imports imports, Settings programme) {
        StringBuilder file = new StringBuilder("case_number;programme;referred_on;authority;sex;taken_up_on;decision;"
                + "joint_plan;called_on;exit_on;main_outcome;health_at_exit;health_missing_reason\n");
        for (int i = 1; i <= 47; i++) {
            file.append("SB-2011-9%03d;samboradet;2011-02-01;fk;%s;2011-03-01;%s;;;;\n"
                    .formatted(i, i % 2 == 0 ? "man" : "woman", i <= 36 ? "admit;yes;2011-03-01" : "recommend;no;"));
        }
        for (int i = 1; i <= 23; i++) {
            file.append(
                    "SB-2010-9%03d;samboradet;2010-02-01;soc;woman;2010-03-01;admit;yes;2010-03-01;2011-06-01;%s;%s;%s\n"
                            .formatted(
                                    i,
                                    outcome(i),
                                    health(i) == null ? "" : health(i),
                                    health(i) == null ? "unreachable" : ""));
        }
        ImportReport report = imports.run(programme, file.toString().getBytes(StandardCharsets.UTF_8), false)
                .orElseThrow();
        assertThat(report.errors()).isEmpty();
        assertThat(report.added()).isEqualTo(70);
    }
}
