package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.FormChanges;
import se.samsteg.engine.Refused;
import se.samsteg.engine.TaskTexts;

/**
 * Who a participant is, as it was asked for in the referral and can be corrected later, by the keys and rules of form
 * {@code referral-referral}. It stands in table person alone, and no fact repeats it.
 */
@Repository
public class PersonData {

    public static final String FORM = "referral-referral";

    /** Names, number and contact: what a protected identity hides. */
    private static final Set<String> HIDDEN = Set.of("identityNumber", "firstName", "lastName", "contact");

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
            Map.entry("contact", "contact"));

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final FormChanges changes;
    private final Facts facts;
    private final CaseTexts written;
    private final TaskTexts shown;
    private final Casefile casefile;

    PersonData(
            JdbcClient jdbc,
            CaseFiles cases,
            FormChanges changes,
            Facts facts,
            CaseTexts written,
            TaskTexts shown,
            Casefile casefile) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.changes = changes;
        this.facts = facts;
        this.written = written;
        this.shown = shown;
        this.casefile = casefile;
    }

    /** Whether an answer of the referral says who the person is, and so stands in the person's record. */
    public static boolean has(String key) {
        return COLUMNS.containsKey(key) || key.equals("hasIdentityNumber") || key.equals("protectedIdentity");
    }

    /** Whether it can be corrected: who has a number is born when the number says, if it does. */
    public boolean corrigible(String caseNumber, String key) {
        String number = cases.person(caseNumber).identityNumber();
        return COLUMNS.containsKey(key)
                && switch (key) {
                    case "noNumberReason" -> number == null;
                    case "birthDate" -> number == null || new IdentityNumber(number).birthDate() == null;
                    default -> true;
                };
    }

    /** As it shows in a task; what a protected identity hides is said to be there, and no more. */
    public Map<String, Object> shown(String caseNumber) {
        Person person = cases.person(caseNumber);
        Map<String, Object> answers = answers(person);
        if (person.protectedIdentity()) {
            answers.replaceAll((key, value) -> HIDDEN.contains(key) ? Person.PROTECTED : value);
        }
        return answers;
    }

    private static Map<String, Object> answers(Person person) {
        Map<String, Object> answers = new LinkedHashMap<>();
        String number = person.identityNumber();
        answers.put("hasIdentityNumber", number == null ? "no" : "yes");
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
        put(answers, "contact", person.contact());
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        if (value != null) {
            answers.put(key, value);
        }
    }

    /**
     * Corrects one of them, and what open tasks show of the name. Of a protected identity the new name is taken out of
     * what was written before, as the old one was.
     *
     * @throws Refused if the form's rule or the rule of identity numbers refuses the value, or it stands there already
     */
    public void correct(String caseNumber, String key, @Nullable Object value) {
        Person old = cases.person(caseNumber);
        Map<String, Object> before = new LinkedHashMap<>(answers(old));
        if (key.equals("identityNumber")) {
            before.put("hasIdentityNumber", "yes");
        }
        changes.changed(FORM, "", before, key, value);
        if (Objects.equals(before.get(key), value)) {
            throw new Refused("Ny uppgift: det står redan så.");
        }
        write(old, key, value);
        spread(caseNumber);
    }

    /** As {@link #correct} for an answer that a form of the case asks for again, and that may be the same as before. */
    public void bringUpToDate(String caseNumber, String key, Object value) {
        Person old = cases.person(caseNumber);
        if (!value.equals(answers(old).get(key))) {
            write(old, key, value);
            spread(caseNumber);
        }
    }

    private void write(Person old, String key, @Nullable Object value) {
        try {
            if (key.equals("identityNumber")) {
                IdentityNumber number = IdentityNumber.parse((String) Objects.requireNonNull(value));
                jdbc.sql("""
                                update person set identity_number = ?, birth_date = coalesce(?, birth_date),
                                no_number_reason = null where id = ?""")
                        .params(number.digits(), number.birthDate(), old.id())
                        .update();
            } else {
                Object stored = key.equals("birthDate") && value != null ? LocalDate.parse((String) value) : value;
                if (key.equals("interpreter")) {
                    stored = Boolean.TRUE.equals(value);
                }
                jdbc.sql("update person set %s = :value where id = :id".formatted(COLUMNS.get(key)))
                        .param("value", stored)
                        .param("id", old.id())
                        .update();
            }
        } catch (DuplicateKeyException e) {
            // Without its cause, which quotes the number.
            throw new Refused(
                    "Personnummer eller samordningsnummer: numret finns redan hos en annan person i registret.");
        }
    }

    private void spread(String caseNumber) {
        Person person = cases.person(caseNumber);
        Redaction redaction = Redaction.of(person);
        if (person.protectedIdentity()) {
            facts.conceal(person, redaction);
            written.conceal(person, redaction);
        }
        cases.ofSamePerson(caseNumber).forEach(one -> {
            String head = casefile.participant(one);
            shown.rewrite(one, (key, value) -> key.equals("participant") ? head : value);
        });
    }
}
