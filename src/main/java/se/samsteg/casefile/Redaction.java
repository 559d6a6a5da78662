package se.samsteg.casefile;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of texts what tells who somebody is: the names, together and one by one, the identity number and the contact
 * data, in whatever case and with whatever separators they were typed. Rather a word too much than a name too little.
 */
public final class Redaction {

    static final String HIDDEN = "[skyddat]";

    /** A value of this form is one that a form offers, and no text: a name that happens to be alike stays unseen in it. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");

    private static final Set<String> PARTICLES = Set.of("af", "al", "av", "da", "de", "del", "den", "der", "di", "von");
    private static final Pattern MAIL = Pattern.compile("[^\\s,;<>()]+@[^\\s,;<>()]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[(]?\\d[\\d\\s()/-]{5,}\\d");

    private final Pattern sought;

    private Redaction(Pattern sought) {
        this.sought = sought;
    }

    public static Redaction of(Person person) {
        // In this order: a full name becomes one sign and not two.
        Stream<String> all = Stream.of(contact(person.contact()), number(person.identityNumber()), names(person))
                .flatMap(parts -> parts);
        return new Redaction(
                Pattern.compile(all.collect(joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static Stream<String> names(Person person) {
        String first = person.firstName().strip();
        String last = person.lastName().strip();
        return Stream.of(
                        Stream.of(first + " " + last, last + " " + first, first, last),
                        Stream.of((first + " " + last).split("[\\s-]+"))
                                .filter(name -> name.length() > 1)
                                .filter(name -> !PARTICLES.contains(name.toLowerCase(Locale.ROOT))))
                .flatMap(some -> some)
                .filter(name -> !name.isBlank())
                .distinct()
                .map(name -> word(spaced(name) + "s?"));
    }

    private static Stream<String> number(@Nullable String digits) {
        if (digits == null) {
            return Stream.empty();
        }
        String between = "[\\s+-]*";
        return Stream.of(
                word("(?:%s%s)?%s".formatted(digits.substring(0, 2), between, apart(digits.substring(2), between))));
    }

    /** The whole of it, and every address and number in it; "ring efter tio" tells nothing by itself. */
    private static Stream<String> contact(@Nullable String contact) {
        if (contact == null || contact.isBlank()) {
            return Stream.empty();
        }
        Stream<String> whole = Stream.concat(
                        Stream.of(contact),
                        Stream.of(contact.split("[,;\\n]"))
                                .filter(part -> part.matches("(?s).*\\d.*")
                                        && part.strip().length() > 5))
                .map(part -> word(spaced(part.strip())));
        Stream<String> mails =
                MAIL.matcher(contact).results().map(MatchResult::group).map(mail -> word(Pattern.quote(mail)));
        return Stream.of(whole, mails, phones(contact)).flatMap(parts -> parts);
    }

    /** With or without the country's number and the zero that it replaces. */
    private static Stream<String> phones(String contact) {
        return PHONE.matcher(contact)
                .results()
                .map(found -> found.group().replaceAll("\\D", "").replaceFirst("^(0046|46(?=\\d{7,})|0)", ""))
                .filter(digits -> digits.length() > 4)
                .map(digits -> "(?<!\\d)(?:(?:\\+|00)46[\\s()/-]*)?(?:[(]?0[)]?[\\s/-]*)?" + apart(digits, "[\\s()/-]*")
                        + "(?!\\d)");
    }

    /** Some keyboards write Å as an A and a ring. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String apart(String digits, String between) {
        return digits.chars().mapToObj(Character::toString).collect(joining(between));
    }

    private static String spaced(String text) {
        return Stream.of(composed(text).split("\\s+")).map(Pattern::quote).collect(joining("\\s+"));
    }

    private static String word(String pattern) {
        return "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])";
    }

    /** The text without the person; the very same text if the person is not in it. */
    public String in(String text) {
        if (CODE.matcher(text).matches()) {
            return text;
        }
        var found = sought.matcher(composed(text));
        return found.find() ? found.replaceAll(HIDDEN) : text;
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
