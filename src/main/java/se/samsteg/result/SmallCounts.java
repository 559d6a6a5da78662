package se.samsteg.result;

/** Counts that could point a person out, and what stands in their place. */
final class SmallCounts {

    static final String WITHHELD = "för få att visa";

    private static final int FEWEST = 5;

    private SmallCounts() {}

    /** From 1 to 4; a count of 0 points no person out. */
    static boolean small(int count) {
        return count > 0 && count < FEWEST;
    }
}
