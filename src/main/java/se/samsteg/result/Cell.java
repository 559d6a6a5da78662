package se.samsteg.result;

/**
 * A count of an account, as the rule of published tables sees it.
 *
 * @param name which of the figure's counts: {@code count}, {@code of}, {@code missing}, a part, a reason, or one of those
 *     that are not shown and follow from what is, such as {@code rest}
 * @param slice code of the dimension that the figure is broken down by; empty for the whole
 */
record Cell(Period period, String figure, String name, String slice) {

    static final String COUNT = "count";
    static final String OF = "of";
    /** What the count leaves of the whole; not shown. */
    static final String REST = "rest";

    static final String MISSING = "missing";
    /** The whole and those of whom it is not known; not shown. */
    static final String ALL = "all";

    static final String UNACCOUNTED = "unaccounted";
    /** Exits of those who live; not shown under this name. */
    static final String LIVING = "living";

    /** With the period before: participants of its end and those who began since; not shown. */
    static final String THROUGH = "through ";

    private static final String PART = "part ";
    private static final String REASON = "reason ";

    static String part(String code) {
        return PART + code;
    }

    static String reason(String code) {
        return REASON + code;
    }

    boolean whole() {
        return slice.isEmpty();
    }

    boolean isPart() {
        return name.startsWith(PART);
    }

    /** Whether it is what a slice is made up of. */
    boolean ofSlice() {
        return !whole() && (isPart() || name.equals(UNACCOUNTED));
    }

    /** Of a part. */
    String code() {
        return name.substring(PART.length());
    }

    /** Whether it stands in no table, so that it is known only where it follows from others. */
    boolean unseen() {
        return switch (name) {
            case REST, ALL, LIVING -> true;
            default -> name.startsWith(THROUGH);
        };
    }
}
