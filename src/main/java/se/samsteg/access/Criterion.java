package se.samsteg.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one value of a request may be: a kind, or one of some words, with {@code |} between them, as
 * {@code access/routes.txt} and {@code access/bodies.yml} write it.
 *
 * @param words that are taken as they are
 */
record Criterion(Set<Kind> kinds, Set<String> words) {

    /** A page has no more rows. */
    static final int LONGEST_PAGE = 200;

    /** A list of ids has no more of them. */
    static final int MOST_IDS = 100;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@#-]{0,254}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]{5,12}([+-]\\d{4}|Z)?)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");
    private static final int LONGEST_TEXT = 1000;

    enum Kind {
        FLAG(value -> value.equals("true") || value.equals("false")),
        TEXT(value -> value.length() <= LONGEST_TEXT && value.chars().noneMatch(Character::isISOControl)),
        ID(value -> Criterion.ID.matcher(value).matches()),
        IDS(Kind::areIds),
        NUMBER(value -> value.matches("\\d{1,15}")),
        PAGE(value -> value.matches("\\d{1,3}") && Integer.parseInt(value) <= LONGEST_PAGE),
        DATE(value -> Criterion.DATE.matcher(value).matches()),
        /** A list without anything in it. */
        NONE(String::isEmpty);

        private final Predicate<String> holds;

        Kind(Predicate<String> holds) {
            this.holds = holds;
        }

        boolean holds(String value) {
            return holds.test(value);
        }

        private static boolean areIds(String value) {
            List<String> all = List.of(value.split(",", -1));
            return all.size() <= MOST_IDS
                    && all.stream().allMatch(one -> Criterion.ID.matcher(one).matches());
        }

        private static Set<String> names() {
            return Arrays.stream(values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    private static final Set<String> KINDS = Kind.names();

    /** @throws IllegalArgumentException if it says nothing that can be understood */
    static Criterion parse(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        if (!parts.stream().allMatch(part -> WORD.matcher(part).matches())) {
            throw new IllegalArgumentException("not what a value may be: " + text);
        }
        return new Criterion(
                parts.stream()
                        .filter(KINDS::contains)
                        .map(part -> Kind.valueOf(part.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                parts.stream().filter(part -> !KINDS.contains(part)).collect(Collectors.toSet()));
    }

    boolean holds(String value) {
        return words.contains(value) || kinds.stream().anyMatch(kind -> kind.holds(value));
    }

    boolean isA(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether JSON writes it without quotation marks. */
    boolean isANumber() {
        return Stream.of(Kind.NUMBER, Kind.PAGE).anyMatch(kinds::contains);
    }
}
