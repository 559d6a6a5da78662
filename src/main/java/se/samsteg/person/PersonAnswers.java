package se.samsteg.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.FormTexts;
import se.samsteg.form.YesNo;

/**
 * Who a participant is, by the keys and in the words of form {@code referral-referral}, which asks for it. It stands in
 * table person alone, and no fact repeats it.
 */
@Component
public class PersonAnswers {

    public static final String FORM = "referral-referral";

    /** Names, numbers and addresses: what a protected identity hides. */
    static final Set<String> HIDDEN =
            Set.of("identityNumber", "firstName", "lastName", "phone", "email", "address", "contact");

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("identityNumber", "identity_number"),
            Map.entry("noNumberReason", "no_number_reason"),
            Map.entry("birthDate", "birth_date"),
            Map.entry("firstName", "first_name"),
            Map.entry("lastName", "last_name"),
            Map.entry("sex", "sex"),
            Map.entry("municipality", "municipality"),
            Map.entry("district", "district"),
            Map.entry("language", "language"),
            Map.entry("interpreter", "interpreter"),
            Map.entry("phone", "phone"),
            Map.entry("email", "email"),
            Map.entry("address", "address"),
            Map.entry("contact", "contact"));

    private final FormTexts texts;

    PersonAnswers(FormTexts texts) {
        this.texts = texts;
    }

    /** Whether an answer of the referral says who the person is, and so stands in the person's record. */
    public static boolean has(String key) {
        return COLUMNS.containsKey(key) || key.equals("hasIdentityNumber") || key.equals("protectedIdentity");
    }

    /** Keys of the answers that have a column of table person. */
    static Set<String> keys() {
        return COLUMNS.keySet();
    }

    static String column(String key) {
        return Optional.ofNullable(COLUMNS.get(key)).orElseThrow();
    }

    static Map<String, Object> of(Person person) {
        Map<String, Object> answers = new LinkedHashMap<>();
        String number = person.identityNumber();
        answers.put("hasIdentityNumber", (number == null ? YesNo.NO : YesNo.YES).code());
        put(answers, "identityNumber", number == null ? null : number.substring(0, 8) + "-" + number.substring(8));
        put(answers, "noNumberReason", person.noNumberReason());
        put(
                answers,
                "birthDate",
                person.birthDate() == null ? null : person.birthDate().toString());
        put(answers, "firstName", person.firstName());
        put(answers, "lastName", person.lastName());
        put(answers, "sex", person.sex());
        put(answers, "municipality", person.municipality());
        put(answers, "district", person.district());
        put(answers, "language", person.language());
        put(answers, "interpreter", person.interpreter());
        put(answers, "phone", person.phone());
        put(answers, "email", person.email());
        put(answers, "address", person.address());
        put(answers, "contact", person.contact());
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        if (value != null) {
            answers.put(key, value);
        }
    }

    String label(String key) {
        return texts.of(FORM).flatMap(form -> form.field(key)).orElseThrow().label();
    }

    String worded(String key, String value) {
        if (key.equals("interpreter")) {
            return Boolean.parseBoolean(value) ? "Ja" : "Nej";
        }
        return texts.of(FORM)
                .flatMap(form -> form.field(key))
                .map(field -> field.options().get(value))
                .orElse(value);
    }
}
