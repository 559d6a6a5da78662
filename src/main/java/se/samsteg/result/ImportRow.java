package se.samsteg.result;

import java.util.Map;
import java.util.Objects;

/**
 * A case in the import's file.
 *
 * @param line of the file, 1 for the header
 * @param cells by column, those that are not empty, written in the one way that cases.csv writes them
 */
record ImportRow(int line, Map<String, String> cells) {

    /** Empty where it is missing. */
    String caseNumber() {
        return Objects.requireNonNullElse(cells.get("case_number"), "");
    }
}
