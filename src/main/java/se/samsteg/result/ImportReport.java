package se.samsteg.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or a dry run would do. With errors nothing is stored.
 *
 * @param rows in the file, without the header
 * @param added called {@code new} in JSON
 * @param unchanged that stand in Samsteg as in the file
 * @param errors the first ones, in the order of the file
 * @param moreErrors how many are not listed
 */
record ImportReport(
        int rows,
        @JsonProperty("new") int added,
        int changed,
        int unchanged,
        List<ImportReport.Error> errors,
        int moreErrors) {

    /**
     * What is wrong.
     *
     * @param line of the file, 1 for the header
     * @param column null where it is the whole line or the file
     * @param message in Swedish
     */
    record Error(int line, @Nullable String column, String message) {}

    /** Collects errors, of which it keeps the first hundred. */
    static class Errors {

        private static final int LISTED = 100;

        private final List<Error> listed = new ArrayList<>();
        private int all;

        void add(int line, @Nullable String column, String message) {
            all++;
            if (all <= LISTED) {
                listed.add(new Error(line, column, message));
            }
        }

        boolean none() {
            return all == 0;
        }

        int count() {
            return all;
        }

        List<Error> listed() {
            return listed.stream().sorted(Comparator.comparingInt(Error::line)).toList();
        }

        int more() {
            return all - listed.size();
        }
    }
}
