package se.samsteg.leave;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A coach is away, or comes back before that time is over: form {@code leave-period}.
 *
 * @param change report or end; there is nothing else to say of an end
 * @param person user id; the starter's own where it is left out
 * @param deputy user id; the one in the register of staff where it is left out
 */
record LeavePeriod(
        String change,
        @Nullable String person,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable String deputy,
        @Nullable Boolean moveTasks) {

    @OptionsOf("leave-period.change")
    enum Change implements Code {
        END
    }

    LeavePeriod {
        if (fromDay != null && toDay != null && toDay.isBefore(fromDay)) {
            throw new Refused("Till och med: välj samma dag som den första eller en senare.");
        }
    }

    boolean ends() {
        return Change.END.is(change);
    }

    LocalDate first() {
        return Objects.requireNonNull(fromDay);
    }

    LocalDate last() {
        return Objects.requireNonNull(toDay);
    }

    /** Named by the register of staff where the form names none. */
    LeavePeriod with(String standIn) {
        return new LeavePeriod(change, person, fromDay, toDay, standIn, moveTasks);
    }
}
