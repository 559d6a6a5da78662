package se.samsteg.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The months that are or will be looked at, and the views drawn from each. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Audits {

    private final JdbcClient jdbc;

    Audits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param month its first day */
    record Stored(UUID id, String programme, LocalDate month) {

        /** {@code samboradet-2026-11}. */
        String key() {
            return "%s-%d-%02d".formatted(programme, month.getYear(), month.getMonthValue());
        }
    }

    /** Empty if the month has its look already. */
    Optional<Stored> add(String programme, LocalDate month) {
        return jdbc.sql("insert into audit (id, programme, month) values (?, ?, ?) on conflict do nothing returning *")
                .params(UUID.randomUUID(), programme, month)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select * from audit where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    void drawn(UUID audit, Collection<Long> views) {
        jdbc.sql("insert into audit_sample (audit, view) select ?, view from unnest(?) as drawn (view)")
                .params(audit, views.toArray(Long[]::new))
                .update();
    }

    List<Long> sample(UUID audit) {
        return jdbc.sql("select view from audit_sample where audit = ?")
                .param(audit)
                .query(Long.class)
                .list();
    }
}
