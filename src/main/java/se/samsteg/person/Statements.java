package se.samsteg.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;
import se.samsteg.form.Choice;

/** What a referral says of a person who was known before, where it is something else, for the coach to decide on. */
@Repository
public class Statements {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final PersonChanges changes;
    private final PersonAnswers answers;
    private final Actor actor;
    private final Clock clock;

    Statements(
            JdbcClient jdbc, Persons persons, PersonChanges changes, PersonAnswers answers, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.changes = changes;
        this.answers = answers;
        this.actor = actor;
        this.clock = clock;
    }

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

    record Said(String field, String said, @Nullable LocalDate decidedOn, boolean takenOver) {}

    /** As coach and lead read it. */
    public List<Stated> of(String caseNumber) {
        List<Said> said = said(List.of(caseNumber));
        if (said.isEmpty()) {
            return List.of();
        }
        Map<String, Object> known = PersonAnswers.of(persons.of(caseNumber));
        return said.stream()
                .map(row -> new Stated(
                        row.field(),
                        answers.label(row.field()),
                        answers.worded(row.field(), row.said()),
                        known.get(row.field()) == null
                                ? null
                                : answers.worded(
                                        row.field(), known.get(row.field()).toString()),
                        row.decidedOn(),
                        row.takenOver()))
                .toList();
    }

    List<Said> said(Collection<String> caseNumbers) {
        return jdbc.sql("select * from person_statement where case_number = any(?) order by case_number, field")
                .param(caseNumbers.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Said.class))
                .list();
    }

    /** What is still to be decided of it, for the coach to choose what is taken over; of a protected identity without it. */
    public List<Choice> toDecide(String caseNumber) {
        boolean guarded = persons.of(caseNumber).protectedIdentity();
        return of(caseNumber).stream()
                .filter(one -> one.decidedOn() == null)
                .map(one -> new Choice(
                        guarded && PersonAnswers.HIDDEN.contains(one.key())
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
     * @param takenOver keys of {@link #toDecide}
     */
    public void decide(String caseNumber, Collection<String> takenOver) {
        List<Said> open = said(List.of(caseNumber)).stream()
                .filter(row -> row.decidedOn() == null)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        changes.change(caseNumber, () -> {
            Person old = persons.of(caseNumber);
            open.stream()
                    .filter(row -> takenOver.contains(row.field()))
                    .forEach(row -> persons.store(
                            old,
                            row.field(),
                            row.field().equals("interpreter") ? (Object) Boolean.valueOf(row.said()) : row.said()));
            jdbc.sql("""
                            update person_statement
                            set decided_on = :today, decided_by = :user, taken_over = field = any(:taken)
                            where case_number = :case and decided_on is null""")
                    .param("today", LocalDate.now(clock))
                    .param("user", actor.user())
                    .param("taken", takenOver.toArray(String[]::new))
                    .param("case", caseNumber)
                    .update();
            if (old.protectedIdentity()) {
                conceal(List.of(caseNumber));
            }
        });
    }

    /** Takes out what hidden answers said; what the coach has not decided on yet stays until then. */
    void conceal(Collection<String> caseNumbers) {
        jdbc.sql("""
                        update person_statement set said = :hidden where decided_on is not null and field = any(:fields)
                        and case_number = any(:cases)""")
                .param("hidden", Redaction.HIDDEN)
                .param("fields", PersonAnswers.HIDDEN.toArray(String[]::new))
                .param("cases", caseNumbers.toArray(String[]::new))
                .update();
    }
}
