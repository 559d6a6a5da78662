package se.samsteg.casefile;

/**
 * A column in which staff write freely.
 *
 * @param rows a condition with parameter {@code :cases}, an array of case numbers
 * @param ofOneCase whether a row is about one case, so that a correction of the case's fact corrects it too
 */
public record WrittenText(String table, String column, String rows, boolean ofOneCase) {

    /** In a row about one case. */
    public static WrittenText ofCase(String table, String column, String rows) {
        return new WrittenText(table, column, rows, true);
    }

    /** In a row about several participants, such as a group. */
    public static WrittenText amongOthers(String table, String column, String rows) {
        return new WrittenText(table, column, rows, false);
    }
}
