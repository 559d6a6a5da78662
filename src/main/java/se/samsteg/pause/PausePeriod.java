package se.samsteg.pause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/**
 * Care comes first for a while, or a pause ends before its last day or gets a later one: form {@code pause-period}.
 *
 * @param change begin, end or prolong
 * @param untilDay the last day of the pause, up to which the place is kept; null for an end
 */
record PausePeriod(
        String caseNumber, String change, @Nullable LocalDate untilDay, String reason) {

    @OptionsOf("pause-period.change")
    enum Change implements Code {
        BEGIN,
        END,
        PROLONG
    }

    boolean begins() {
        return Change.BEGIN.is(change);
    }
}
