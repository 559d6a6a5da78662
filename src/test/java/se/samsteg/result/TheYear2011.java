package se.samsteg.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 47 taken up, of whom 36 were called and 11 got something else recommended; 23 others left in the year. */
final class TheYear2011 {

    private TheYear2011() {}

    static String outcome(int exit) {
        return exit <= 4 ? "regular-work" : exit <= 6 ? "studies" : exit <= 7 ? "available" : "other-authority";
    }

    static @Nullable String health(int exit) {
        return exit <= 2 ? "better" : exit <= 12 ? "same" : exit <= 19 ? "worse" : null;
    }

    /** As an import leaves it. */
    static void imported(JdbcClient jdbc) {
        for (int i = 1; i <= 47; i++) {
            jdbc.sql("""
                            insert into counted_case (case_number, programme, referred_on, authority, sex, taken_up_on, decision,
                              joint_plan, called_on)
                            values (?, 'samboradet', '2011-02-01', 'fk', ?, '2011-03-01', ?, ?, ?)""")
                    .params(
                            "SB-2011-9%03d".formatted(i),
                            i % 2 == 0 ? "man" : "woman",
                            i <= 36 ? "admit" : "recommend",
                            i <= 36,
                            i <= 36 ? LocalDate.of(2011, 3, 1) : null)
                    .update();
        }
        for (int i = 1; i <= 23; i++) {
            jdbc.sql("""
                            insert into counted_case (case_number, programme, referred_on, authority, sex, taken_up_on, decision,
                              joint_plan, called_on, exit_on, main_outcome, health_at_exit, health_missing_reason)
                            values (?, 'samboradet', '2010-02-01', 'soc', 'woman', '2010-03-01', 'admit', true, '2010-03-01',
                              '2011-06-01', ?, ?, ?)""")
                    .params(
                            "SB-2010-9%03d".formatted(i),
                            outcome(i),
                            health(i),
                            health(i) == null ? "unreachable" : null)
                    .update();
        }
    }
}
