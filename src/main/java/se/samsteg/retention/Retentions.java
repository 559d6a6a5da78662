package se.samsteg.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The years that are or will be gone through, what the lead was shown, which files stay, and in numbers what went. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Retentions {

    private final JdbcClient jdbc;

    Retentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(UUID id, String programme, int year) {}

    /** Why somebody's file stays. */
    record Hold(UUID person, String reason, LocalDate since) {}

    /** Empty if the year has its process already. */
    Optional<Stored> add(String programme, int year) {
        return jdbc.sql(
                        "insert into retention (id, programme, year) values (?, ?, ?) on conflict do nothing returning id, programme, year")
                .params(UUID.randomUUID(), programme, year)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select id, programme, year from retention where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    void show(UUID retention, Collection<UUID> persons) {
        jdbc.sql("insert into retention_file select ?, person from unnest(?) as due (person)")
                .params(retention, persons.toArray(UUID[]::new))
                .update();
    }

    List<UUID> shown(UUID retention) {
        return jdbc.sql("select person from retention_file where retention = ?")
                .param(retention)
                .query(UUID.class)
                .list();
    }

    Map<UUID, Hold> held(String programme) {
        return jdbc
                .sql("select person, reason, since from retention_hold where programme = ?")
                .param(programme)
                .query(DataClassRowMapper.newInstance(Hold.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Hold::person, hold -> hold));
    }

    /** Of the files that were shown these stay and no others. One that stays already keeps its day. */
    void hold(Stored retention, Collection<UUID> persons, String reason, String user, LocalDate today) {
        UUID[] held = persons.toArray(UUID[]::new);
        jdbc.sql("""
                        delete from retention_hold where programme = ? and person <> all(?)
                        and person in (select person from retention_file where retention = ?)""").params(retention.programme(), held, retention.id()).update();
        jdbc.sql("""
                        insert into retention_hold select ?, person, ?, ?, ? from unnest(?) as held (person)
                        on conflict (programme, person) do update set reason = excluded.reason, held_by = excluded.held_by""").params(retention.programme(), reason, user, today, held).update();
    }

    void done(UUID retention, LocalDate day, Numbers numbers) {
        jdbc.sql("delete from retention_file where retention = ?")
                .param(retention)
                .update();
        jdbc.sql("""
                        update retention set erased_on = ?, files = ?, cases = ?, facts = ?, documents = ?, letters = ?,
                        archived = ?, held = ? where id = ?""")
                .params(
                        day,
                        numbers.files(),
                        numbers.cases(),
                        numbers.facts(),
                        numbers.documents(),
                        numbers.letters(),
                        numbers.archived(),
                        numbers.held(),
                        retention)
                .update();
    }
}
