package se.samsteg.result;

/**
 * A figure: how it is counted. What it is called, its definition and its sources stand in {@code results/figures.yml}.
 *
 * @param id as interfaces name it, such as {@code goal1}
 */
record Figure(String id, Count count) {

    /** Counts over cases that belong together: all of a selection, or those with one code of a dimension. */
    @FunctionalInterface
    interface Count {
        Tally of(Counted counted);
    }
}
