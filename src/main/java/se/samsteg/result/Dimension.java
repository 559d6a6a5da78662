package se.samsteg.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What figures are filtered by and broken down by: an attribute that a case had at its own time. */
enum Dimension {
    SEX("c.sex"),
    AGE("result_age(c.birth_year, c.referred_on)"),
    AUTHORITY("c.authority"),
    UNIT("c.unit"),
    COHORT("c.cohort"),
    /** A case can have been in several groups, or in none. */
    GROUP("seat.group_number");

    /** Code of a case of which it is not known. */
    static final String UNKNOWN = "unknown";

    private final String sql;

    Dimension(String sql) {
        this.sql = sql;
    }

    /** @param parameter as requests name it, such as {@code sex} */
    static Optional<Dimension> of(String parameter) {
        return Arrays.stream(values())
                .filter(one -> one.parameter().equals(parameter))
                .findFirst();
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of a row {@code c} of counted_case, which never is null. */
    String code() {
        return "coalesce(" + sql + ", '" + UNKNOWN + "')";
    }
}
