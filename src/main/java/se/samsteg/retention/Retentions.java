package se.samsteg.retention;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
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
    private final Duration statement;

    /** @param statement how long one may take where much is gone through */
    Retentions(JdbcClient jdbc, @Value("${samsteg.database.retention.statement}") Duration statement) {
        this.jdbc = jdbc;
        this.statement = statement;
    }

    /** From now on to the end of the transaction statements may take longer than those of other jobs. */
    void takeTheirTime() {
        jdbc.sql("select set_config('statement_timeout', ?, true)")
                .param(String.valueOf(statement.toMillis()))
                .query(String.class)
                .single();
    }

    record Stored(UUID id, String programme, int year) {}

    /** Why a person's file stays. */
    record Hold(String caseNumber, String reason, LocalDate since) {

        /** {@code hålls kvar sedan 2032-01-02: handlingarna är begärda}. */
        String words() {
            return "hålls kvar sedan " + since + ": " + Reason.of(reason).words();
        }
    }

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

    void show(UUID retention, Collection<String> files) {
        jdbc.sql("insert into retention_file (retention, case_number) select ?, file from unnest(?) as due (file)")
                .params(retention, files.toArray(String[]::new))
                .update();
    }

    Set<String> shown(UUID retention) {
        return jdbc.sql("select case_number from retention_file where retention = ?")
                .param(retention)
                .query(String.class)
                .set();
    }

    /** By file. */
    Map<String, Hold> held(String programme) {
        return jdbc
                .sql("select h.* from retention_hold h join case_overview using (case_number) where programme = ?")
                .param(programme)
                .query(DataClassRowMapper.newInstance(Hold.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Hold::caseNumber, hold -> hold));
    }

    /** Of the files that were shown these stay and no others. One that stays already keeps its day. */
    void hold(UUID retention, Collection<String> files, String reason, String user, LocalDate today) {
        String[] held = files.toArray(String[]::new);
        jdbc.sql("""
                        delete from retention_hold where case_number <> all(?)
                        and case_number in (select case_number from retention_file where retention = ?)
                        """).params(held, retention).update();
        jdbc.sql("""
                        insert into retention_hold (case_number, reason, held_by, since) select file, ?, ?, ? from unnest(?) as held (file)
                        on conflict (case_number) do update set reason = excluded.reason, held_by = excluded.held_by
                        """).params(reason, user, today, held).update();
    }

    /** Holds files until the lead has said what is to become of them; one that stays already does so as before. */
    void holdBirthUnknown(Collection<String> files, LocalDate today) {
        jdbc.sql("""
                        insert into retention_hold (case_number, reason, held_by, since)
                        select file, 'birth-unknown', 'samsteg', ? from unnest(?) as held (file)
                        on conflict (case_number) do nothing""").params(today, files.toArray(String[]::new)).update();
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
