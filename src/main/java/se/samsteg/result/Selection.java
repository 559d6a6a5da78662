package se.samsteg.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are counted.
 *
 * @param programme its id
 * @param filters code by dimension; only cases with these
 * @param by what each figure is broken down by; null: by nothing
 */
record Selection(
        String programme,
        Period period,
        Map<Dimension, String> filters,
        @Nullable Dimension by) {

    /** The same cases as a whole. */
    Selection whole() {
        return new Selection(programme, period, filters, null);
    }
}
