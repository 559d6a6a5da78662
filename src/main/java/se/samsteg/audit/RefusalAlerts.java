package se.samsteg.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.access.AccessLog;
import se.samsteg.programme.Settings;

/** Who was refused so often that the leads are told: once for each user and day in an association. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class RefusalAlerts {

    private static final Period KEPT = Period.ofDays(31);

    private final JdbcClient jdbc;
    private final Clock clock;

    RefusalAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param hour its first instant
     * @param times how often until it was seen
     */
    record Stored(UUID id, String programme, String userId, Instant hour, int times) {}

    /** Empty if the leads were told of the user that day; another node that does the same is waited for. */
    Optional<UUID> add(Settings programme, AccessLog.Refusals refusals) {
        return jdbc.sql("""
                        insert into refusal_alert (id, programme, tenant, user_id, day, hour, times)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(
                        UUID.randomUUID(),
                        programme.id(),
                        programme.tenant(),
                        refusals.user(),
                        LocalDate.ofInstant(refusals.hour(), clock.getZone()),
                        OffsetDateTime.ofInstant(refusals.hour(), clock.getZone()),
                        refusals.times())
                .query(UUID.class)
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select * from refusal_alert where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    /** Takes away what no look goes back to any more. */
    void forgetOld() {
        jdbc.sql("delete from refusal_alert where day < ?")
                .param(LocalDate.now(clock).minus(KEPT))
                .update();
    }
}
