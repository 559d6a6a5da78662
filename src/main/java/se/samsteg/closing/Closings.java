package se.samsteg.closing;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The years that are or will be signed, each version with its reason. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Closings {

    private final JdbcClient jdbc;

    Closings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason why it is signed anew; null for the first version */
    record Stored(
            UUID id,
            String programme,
            int year,
            int version,
            @Nullable String reason) {

        /** {@code samboradet-2026-1}. */
        String key() {
            return "%s-%d-%d".formatted(programme, year, version);
        }
    }

    /** Empty if the year has that version already. */
    Optional<Stored> add(String programme, int year, int version, @Nullable String reason) {
        return jdbc.sql("""
                        insert into closing (id, programme, year, version, reason) values (?, ?, ?, ?, ?)
                        on conflict do nothing returning id, programme, year, version, reason""")
                .params(UUID.randomUUID(), programme, year, version, reason)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select id, programme, year, version, reason from closing where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    /** The newest version of a year, signed or not; 0 if there is none. */
    int version(String programme, int year) {
        return jdbc.sql("select coalesce(max(version), 0) from closing where programme = ? and year = ?")
                .params(programme, year)
                .query(Integer.class)
                .single();
    }
}
