package se.samsteg.result;

/**
 * A figure: how it is counted. What it is called, its definition and its sources stand in {@code results/figures.yml}.
 *
 * @param id as interfaces name it, such as {@code goal1}
 * @param shares whether the parts are shares; otherwise they are days or other numbers
 * @param ofProgramme whether it is the same whichever cases are chosen, and so is not broken down
 */
record Figure(String id, Count count, boolean shares, boolean ofProgramme) {

    Figure(String id, Count count) {
        this(id, count, true, false);
    }

    /** With parts that are no shares. */
    static Figure ofNumbers(String id, Count count) {
        return new Figure(id, count, false, false);
    }

    /** About the programme's groups, sittings and yearly volume. */
    static Figure ofProgramme(String id, Count count) {
        return new Figure(id, count, true, true);
    }

    /** Counts over cases that belong together: all of a selection, or those with one code of a dimension. */
    @FunctionalInterface
    interface Count {
        Tally of(Counted counted);
    }
}
