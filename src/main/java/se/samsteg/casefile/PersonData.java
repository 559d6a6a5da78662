package se.samsteg.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.draft.Drafts;
import se.samsteg.engine.Actor;
import se.samsteg.form.Choice;
import se.samsteg.form.FormChanges;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Refused;
import se.samsteg.form.TaskTexts;
import se.samsteg.form.YesNo;
import se.samsteg.person.IdentityNumber;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

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
    private final Drafts begun;
    private final CasePhase casefile;
    private final FormTexts texts;
    private final AccessLog log;
    private final Actor actor;
    private final Clock clock;

    PersonData(
            JdbcClient jdbc,
            CaseFiles cases,
            FormChanges changes,
            Facts facts,
            CaseTexts written,
            TaskTexts shown,
            Drafts begun,
            CasePhase casefile,
            FormTexts texts,
            AccessLog log,
            Actor actor,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.changes = changes;
        this.facts = facts;
        this.written = written;
        this.shown = shown;
        this.begun = begun;
        this.casefile = casefile;
        this.texts = texts;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
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
        put(answers, "contact", person.contact());
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        if (value != null) {
            answers.put(key, value);
        }
    }

    /**
     * Corrects one of them, and what open tasks show of the name; what was known before stays in the trail. Of a protected
     * identity the new name is taken out of what was written before, as the old one was.
     *
     * @throws Refused if the form's rule or the rule of identity numbers refuses the value, or it stands there already
     */
    public void correct(String caseNumber, String key, @Nullable Object value) {
        Person old = cases.person(caseNumber);
        Map<String, Object> before = new LinkedHashMap<>(answers(old));
        if (key.equals("identityNumber")) {
            before.put("hasIdentityNumber", YesNo.YES.code());
        }
        changes.changed(FORM, "", before, key, value);
        if (Objects.equals(before.get(key), value)) {
            throw new Refused("Ny uppgift: det står redan så.");
        }
        store(caseNumber, old, key, value);
        keep(caseNumber, old);
        spread(caseNumber);
    }

    /** As {@link #correct} for an answer that a form of the case asks for again, and that may be the same as before. */
    public void bringUpToDate(String caseNumber, String key, Object value) {
        Person old = cases.person(caseNumber);
        if (!value.equals(answers(old).get(key))) {
            store(caseNumber, old, key, value);
            keep(caseNumber, old);
            spread(caseNumber);
        }
    }

    private void store(String caseNumber, Person old, String key, @Nullable Object value) {
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
            // Who is told that a number is known has learnt something of somebody else: it is in the log.
            log.write(new AccessLog.View(What.REGISTER, null, caseNumber, null, null, actor.role(), "known-number"));
            // Without its cause, which quotes the number.
            throw new Refused(
                    "Personnummer eller samordningsnummer: numret finns redan hos en annan person i registret.");
        }
    }

    /** Keeps what was known before; a name or number that is protected is not written down once more. */
    private void keep(String caseNumber, Person old) {
        Person now = cases.person(caseNumber);
        Map<String, Object> before = answers(old);
        Map<String, Object> after = answers(now);
        COLUMNS.keySet().stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .forEach(key -> {
                    Object known = before.get(key);
                    boolean hidden = known != null && now.protectedIdentity() && HIDDEN.contains(key);
                    jdbc.sql("""
                                    insert into person_trail (id, person, changed_at, changed_by, field, old_value)
                                    values (?, ?, ?, ?, ?, ?)""")
                            .params(
                                    UUID.randomUUID(),
                                    old.id(),
                                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                                    actor.user(),
                                    key,
                                    hidden ? Redaction.HIDDEN : known == null ? null : known.toString())
                            .update();
                });
    }

    private void spread(String caseNumber) {
        Person person = cases.person(caseNumber);
        Redaction redaction = Redaction.of(person);
        if (person.protectedIdentity()) {
            facts.conceal(person, redaction);
            written.conceal(person, redaction);
        }
        cases.ofSamePerson(caseNumber).forEach(one -> {
            if (person.protectedIdentity()) {
                begun.rewrite(one, (field, value) -> redaction.inside(value));
            }
            String head = casefile.participant(one);
            shown.rewrite(one, (key, value) -> key.equals("participant") ? head : value);
        });
    }

    // ---- what a referral says of somebody who was known

    /**
     * An answer of the referral that differs from what is known.
     *
     * @param label the question as the form asks it
     * @param said in words
     * @param known in words; null if nothing is known
     * @param decidedOn when the coach took it over or left it; null while that is open
     */
    public record Stated(
            String key,
            String label,
            String said,
            @Nullable String known,
            @Nullable LocalDate decidedOn,
            boolean takenOver) {}

    private record Said(String field, String said, @Nullable LocalDate decidedOn, boolean takenOver) {}

    /** What the case's referral says of a person who was known before, where it is something else, as coach and lead read it. */
    public List<Stated> stated(String caseNumber) {
        Map<String, Object> known = answers(cases.person(caseNumber));
        return said(caseNumber).stream()
                .map(row -> new Stated(
                        row.field(),
                        label(row.field()),
                        worded(row.field(), row.said()),
                        known.get(row.field()) == null
                                ? null
                                : worded(row.field(), known.get(row.field()).toString()),
                        row.decidedOn(),
                        row.takenOver()))
                .toList();
    }

    private List<Said> said(String caseNumber) {
        return jdbc.sql("select * from person_statement where case_number = ? order by field")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Said.class))
                .list();
    }

    /** What is still to be decided of it, for the coach to choose what is taken over; of a protected identity without it. */
    public List<Choice> toTakeOver(String caseNumber) {
        boolean guarded = cases.person(caseNumber).protectedIdentity();
        return stated(caseNumber).stream()
                .filter(one -> one.decidedOn() == null)
                .map(one -> new Choice(
                        guarded && HIDDEN.contains(one.key())
                                ? one.label() + ": står i akten"
                                : "%s: %s (nu: %s)"
                                        .formatted(one.label(), one.said(), one.known() == null ? "–" : one.known()),
                        one.key()))
                .toList();
    }

    /**
     * The coach has looked at what the referral says: some of it is what is known from now on, the rest stands as the
     * referral's.
     *
     * @param takenOver keys of {@link #toTakeOver}
     */
    public void decide(String caseNumber, Collection<String> takenOver) {
        Person old = cases.person(caseNumber);
        List<Said> open =
                said(caseNumber).stream().filter(row -> row.decidedOn() == null).toList();
        if (open.isEmpty()) {
            return;
        }
        open.stream()
                .filter(row -> takenOver.contains(row.field()))
                .forEach(row -> store(
                        caseNumber,
                        old,
                        row.field(),
                        row.field().equals("interpreter") ? (Object) Boolean.valueOf(row.said()) : row.said()));
        jdbc.sql("""
                        update person_statement set decided_on = :today, decided_by = :user, taken_over = field = any(:taken)
                        where case_number = :case and decided_on is null""")
                .param("today", LocalDate.now(clock))
                .param("user", actor.user())
                .param("taken", takenOver.toArray(String[]::new))
                .param("case", caseNumber)
                .update();
        keep(caseNumber, old);
        if (old.protectedIdentity()) {
            conceal(caseNumber);
        }
        spread(caseNumber);
    }

    // ---- what was known before

    /**
     * What was known of the person until it was changed.
     *
     * @param label the question as the form asks it
     * @param old in words; null if nothing was known
     * @param by user id
     */
    public record Earlier(String label, @Nullable String old, Instant at, String by) {}

    private record Kept(
            OffsetDateTime changedAt,
            String changedBy,
            String field,
            @Nullable String oldValue) {}

    /** Every earlier value, the one that was changed last first. */
    public List<Earlier> earlier(String caseNumber) {
        return kept(caseNumber).stream()
                .map(row -> new Earlier(
                        label(row.field()),
                        row.oldValue() == null ? null : worded(row.field(), row.oldValue()),
                        row.changedAt().toInstant(),
                        row.changedBy()))
                .toList();
    }

    private List<Kept> kept(String caseNumber) {
        return jdbc.sql("""
                        select t.* from person_trail t join case_file c on c.person = t.person
                        where c.case_number = ? order by changed_at desc, field""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Kept.class))
                .list();
    }

    /** The person under every name, number and address that is or was known or said: whose identity is hidden, in all of them. */
    public List<Person> everKnownAs(String caseNumber) {
        List<Person> all = new ArrayList<>(cases.samePerson(caseNumber));
        Person person = cases.person(caseNumber);
        Stream.concat(
                        kept(caseNumber).stream()
                                .filter(row -> row.oldValue() != null)
                                .map(row -> Map.entry(row.field(), Objects.requireNonNull(row.oldValue()))),
                        cases.ofSamePerson(caseNumber).stream()
                                .flatMap(one -> said(one).stream())
                                .map(row -> Map.entry(row.field(), row.said())))
                .filter(answer ->
                        HIDDEN.contains(answer.getKey()) && !answer.getValue().equals(Redaction.HIDDEN))
                .map(answer -> with(person, answer.getKey(), answer.getValue()))
                .forEach(all::add);
        return all;
    }

    private static Person with(Person person, String key, String value) {
        return new Person(
                person.id(),
                key.equals("identityNumber") ? value.replaceAll("\\D", "") : person.identityNumber(),
                person.noNumberReason(),
                person.birthDate(),
                key.equals("firstName") ? value : person.firstName(),
                key.equals("lastName") ? value : person.lastName(),
                person.sex(),
                person.municipality(),
                person.district(),
                person.language(),
                person.interpreter(),
                key.equals("contact") ? value : person.contact(),
                person.protectedIdentity());
    }

    /**
     * Takes names, number and contact out of the trail and out of what referrals said; what a referral says that the coach
     * has not decided on yet stays until then, for the coach to reach the person.
     */
    public void conceal(String caseNumber) {
        jdbc.sql("""
                        update person_trail set old_value = :hidden where old_value is not null and field = any(:fields)
                        and person = (select person from case_file where case_number = :case)""")
                .param("hidden", Redaction.HIDDEN)
                .param("fields", HIDDEN.toArray(String[]::new))
                .param("case", caseNumber)
                .update();
        jdbc.sql("""
                        update person_statement set said = :hidden where decided_on is not null and field = any(:fields)
                        and case_number = any(:cases)""")
                .param("hidden", Redaction.HIDDEN)
                .param("fields", HIDDEN.toArray(String[]::new))
                .param("cases", cases.ofSamePerson(caseNumber).toArray(String[]::new))
                .update();
    }

    private String label(String key) {
        return texts.of(FORM).flatMap(form -> form.field(key)).orElseThrow().label();
    }

    private String worded(String key, String value) {
        if (key.equals("interpreter")) {
            return Boolean.parseBoolean(value) ? "Ja" : "Nej";
        }
        return texts.of(FORM)
                .flatMap(form -> form.field(key))
                .map(field -> field.options().get(value))
                .orElse(value);
    }
}
