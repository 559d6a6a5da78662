package se.samsteg.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A group is cancelled, gets more sessions, ends although a series of it has no end, or has its free seats filled.
 *
 * @param sessions how many more
 * @param firstDay from when they are, on the weekdays of their series
 * @param series of which series they are; null in a group that has one
 */
record RegroupingChange(
        String groupNumber,
        String change,
        @Nullable Integer sessions,
        @Nullable LocalDate firstDay,
        @Nullable String series,
        String reason) {

    @OptionsOf("regrouping-change.change")
    enum Change implements Code {
        CANCEL,
        PROLONG,
        CLOSE_SERIES,
        FILL
    }

    RegroupingChange {
        List<String> wrong = new ArrayList<>();
        if (Change.PROLONG.is(change) && sessions == null) {
            wrong.add("Antal träffar till: ange hur många.");
        }
        if (Change.PROLONG.is(change) && firstDay == null) {
            wrong.add("Från och med: ange en dag.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
