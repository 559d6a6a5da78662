package se.samsteg.person;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;

/** What was known of a person before it was changed. */
@Repository
public class Trail {

    private final JdbcClient jdbc;
    private final PersonAnswers answers;
    private final Actor actor;
    private final Clock clock;

    Trail(JdbcClient jdbc, PersonAnswers answers, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What was known of the person until it was changed.
     *
     * @param label the question as the form asks it
     * @param old in words; null if nothing was known
     * @param by user id
     */
    public record Earlier(String label, @Nullable String old, Instant at, String by) {}

    record Kept(
            OffsetDateTime changedAt,
            String changedBy,
            String field,
            @Nullable String oldValue) {}

    /** Every earlier value of the person of a case, the newest first. */
    public List<Earlier> of(String caseNumber) {
        return kept(caseNumber).stream()
                .map(row -> new Earlier(
                        answers.label(row.field()),
                        row.oldValue() == null ? null : answers.worded(row.field(), row.oldValue()),
                        row.changedAt().toInstant(),
                        row.changedBy()))
                .toList();
    }

    List<Kept> kept(String caseNumber) {
        return jdbc.sql("""
                        select t.* from person_trail t join case_overview c on c.person = t.person
                        where c.case_number = ? order by changed_at desc, field""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Kept.class))
                .list();
    }

    /** Keeps what is otherwise now; a name or number that is protected is not written down once more. */
    void keep(Person old, Person now) {
        Map<String, Object> before = PersonAnswers.of(old);
        Map<String, Object> after = PersonAnswers.of(now);
        PersonAnswers.keys().stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .forEach(key -> {
                    Object known = before.get(key);
                    boolean hidden = known != null && now.protectedIdentity() && PersonAnswers.HIDDEN.contains(key);
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

    void conceal(String caseNumber) {
        jdbc.sql("""
                        update person_trail set old_value = :hidden where old_value is not null and field = any(:fields)
                        and person = (select person from case_overview where case_number = :case)""")
                .param("hidden", Redaction.HIDDEN)
                .param("fields", PersonAnswers.HIDDEN.toArray(String[]::new))
                .param("case", caseNumber)
                .update();
    }
}
