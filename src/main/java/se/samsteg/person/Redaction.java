package se.samsteg.person;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.CaseNumber;

/**
 * Takes out of texts what identifies a person: the names, together and one by one, the identity number and the contact
 * data, in every spelling and with all separators. In doubt a word is taken out.
 */
public final class Redaction {

    public static final String HIDDEN = "[skyddat]";

    /** Between two words, or two digits of a number. */
    private static final String APART = "[^\\p{L}\\p{N}]{0,3}";

    /** Between two letters of one word: a hyphen, also at the end of a line, or an apostrophe. */
    private static final String WITHIN = "(?:['" + Folded.BREAK + "]|- *)*";

    /** Between two names of one person. */
    private static final String BESIDE = "[ ,.'_" + Folded.BREAK + "-]{0,3}";

    private static final Set<String> PARTICLES = Set.of("af", "al", "av", "da", "de", "del", "den", "der", "di", "von");
    private static final Pattern MAIL = Pattern.compile("[^\\s,;<>()]+@[^\\s,;<>()]+");
    private static final String ADDRESS = "[\\p{L}\\p{N}._%+'-]";
    private static final Pattern PHONE = Pattern.compile("\\+?[(]?\\d[\\d ().-]{5,}\\d");
    private static final int LONGEST_PHONE = 15;

    private final Pattern sought;

    private Redaction(Pattern sought) {
        this.sought = sought;
    }

    public static Redaction of(Person person) {
        Set<String> parts = parts(person);
        return new Redaction(
                Pattern.compile(Stream.of(contacts(person), mails(parts), number(person.identityNumber()), names(parts))
                        .flatMap(some -> some)
                        .collect(joining("|"))));
    }

    /** Each name of the person, with its hyphen or apostrophe and without. */
    private static Set<String> parts(Person person) {
        String all = person.firstName() + " " + person.lastName();
        return Stream.of(all.split("[\\s\\p{Z}]+"), all.split("[\\s\\p{Z}\\p{Pd}]+"), words(all))
                .flatMap(Stream::of)
                .map(Redaction::spelt)
                .filter(spelling -> !spelling.isEmpty())
                .collect(toCollection(LinkedHashSet::new));
    }

    /** Names one by one and in a row, which becomes one sign; a particle or an initial only in such a row. */
    private static Stream<String> names(Set<String> parts) {
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        List<String> names = parts.stream().filter(part -> !lesser(part)).toList();
        String lesser = parts.stream()
                .filter(Redaction::lesser)
                .map(part -> part + "(?!\\p{L})" + BESIDE)
                .collect(joining("|", "(?:", ")*"));
        String name = (names.isEmpty() ? parts : names).stream().collect(joining("|", "(?:", ")"));
        return Stream.of("(?<!\\p{L})" + lesser + name + "(?:" + BESIDE + lesser + name + ")*"
                + "(?:['-]?s)?\\d*(?!\\p{L}|" + CaseNumber.AFTER_PREFIX + ")");
    }

    private static boolean lesser(String spelling) {
        return spelling.length() == 1 || PARTICLES.contains(spelling.replace(WITHIN, ""));
    }

    /** An address made of a name: the rest of it tells as much. */
    private static Stream<String> mails(Set<String> parts) {
        String names = parts.stream()
                .filter(part -> !lesser(part) && part.replace(WITHIN, "").length() > 2)
                .collect(joining("|"));
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(ADDRESS + "*(?:" + names + ")" + ADDRESS + "*@" + ADDRESS + "*[\\p{L}\\p{N}]");
    }

    private static Stream<String> number(@Nullable String digits) {
        return digits == null
                ? Stream.empty()
                : Stream.of("(?<!\\d)(?:%s%s)?%s(?!\\d)"
                        .formatted(digits.substring(0, 2), APART, apart(digits.substring(2))));
    }

    private static Stream<String> contacts(Person person) {
        return Stream.of(person.phone(), person.email(), person.address(), person.contact())
                .flatMap(Redaction::contact);
    }

    /** The whole of it, and every address and number in it; "ring efter tio" tells nothing by itself. */
    private static Stream<String> contact(@Nullable String contact) {
        if (contact == null || contact.isBlank()) {
            return Stream.empty();
        }
        String plain = Folded.plain(contact);
        Stream<String> lines = Stream.of(contact.split("[,;\\n]"))
                .filter(part -> part.codePoints().anyMatch(Character::isDigit)
                        && part.strip().length() > 5);
        Stream<String> mails = MAIL.matcher(plain).results().map(MatchResult::group);
        Stream<String> whole = Stream.of(Stream.of(contact), lines, mails)
                .flatMap(some -> some)
                .map(Redaction::spelt)
                .filter(spelling -> !spelling.isEmpty())
                .map(spelling -> "(?<![\\p{L}\\p{N}])" + spelling + "(?![\\p{L}\\p{N}])");
        return Stream.concat(whole, phones(plain));
    }

    /** With or without the country's number and the zero that it replaces. */
    private static Stream<String> phones(String contact) {
        return PHONE.matcher(contact)
                .results()
                .map(MatchResult::group)
                .flatMap(found -> found.replaceAll("\\D", "").length() > LONGEST_PHONE
                        ? Stream.of(found.split(" +(?=[+0])"))
                        : Stream.of(found))
                .map(found -> found.replaceAll("\\D", "").replaceFirst("^(0046|46(?=\\d{7,})|0)", ""))
                .filter(digits -> digits.length() > 4)
                .map(digits -> "(?<!\\d)(?:(?:\\+|00)46%1$s)?(?:0%1$s)?%2$s(?!\\d)".formatted(APART, apart(digits)));
    }

    private static String apart(String digits) {
        return digits.chars().mapToObj(Character::toString).collect(joining(APART));
    }

    /** Some keyboards write Å as an A and a ring. */
    private static String[] words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}\\p{M}]+");
    }

    /** A pattern for words as they may be spelt in a folded text; empty if there are none. */
    private static String spelt(String words) {
        return Stream.of(words(words))
                .map(Redaction::word)
                .filter(word -> !word.isEmpty())
                .collect(joining(APART));
    }

    private static String word(String word) {
        List<String> letters = new ArrayList<>();
        word.replace("aa", "å").codePoints().forEach(letter -> {
            switch (letter) {
                // As passports and mail addresses write them.
                case 'å' -> letters.add("aa?");
                case 'ä', 'æ' -> letters.add("ae?");
                case 'ö', 'ø' -> letters.add("oe?");
                case 'ü' -> letters.add("ue?");
                default ->
                    Folded.plain(Character.toString(letter))
                            .chars()
                            .filter(Character::isLetterOrDigit)
                            .forEach(plain -> letters.add(Character.toString(plain)));
            }
        });
        return String.join(WITHIN, letters);
    }

    /** The text without the person; the very same text if the person is not in it. */
    public String in(String text) {
        Folded folded = Folded.of(text);
        Matcher found = sought.matcher(folded.text());
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (found.find()) {
            left.append(text, from, folded.start(found.start())).append(HIDDEN);
            from = folded.end(found.end() - 1);
        }
        return from == 0 ? text : left.append(text, from, text.length()).toString();
    }

    /** As {@link #in(String)} for every text in lists and maps; keys and all other values stay. */
    public Object inside(Object value) {
        if (value instanceof String text) {
            return in(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> one == null ? null : inside(one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put(key, one == null ? null : inside(one)));
            return copy;
        }
        return value;
    }
}
