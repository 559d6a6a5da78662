package se.samsteg.reminder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mornings on which overdue tasks were or will be looked for. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Round(UUID id, String tenant, LocalDate day) {

        /** {@code botkyrka-2026-11-30}. */
        String key() {
            return tenant + "-" + day;
        }
    }

    /** Empty if the association has that morning already; another node that adds it is waited for. */
    Optional<Round> add(String tenant, LocalDate day) {
        return jdbc.sql(
                        "insert into reminder_round (id, tenant, day) values (?, ?, ?) on conflict do nothing returning *")
                .params(UUID.randomUUID(), tenant, day)
                .query(DataClassRowMapper.newInstance(Round.class))
                .optional();
    }

    /** Whether the association has a morning on a day or later. */
    boolean hasFrom(String tenant, LocalDate day) {
        return jdbc.sql("select exists (select from reminder_round where tenant = ? and day >= ?)")
                .params(tenant, day)
                .query(Boolean.class)
                .single();
    }

    Round get(String id) {
        return jdbc.sql("select id, tenant, day from reminder_round where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Round.class))
                .single();
    }
}
