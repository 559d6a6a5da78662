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

    /** All cases of the programme and period. */
    Selection every() {
        return new Selection(programme, period, Map.of(), null);
    }

    /** The members of a cohort or group, whenever they came. */
    boolean named() {
        return filters.containsKey(Dimension.COHORT) || filters.containsKey(Dimension.GROUP);
    }

    /** The same cases as a whole. */
    Selection whole() {
        return new Selection(programme, period, filters, null);
    }
}
