package se.samsteg.steering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The quarters of which the steering group has or will have a report. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class SteeringReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    SteeringReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param quarter its first day */
    record Stored(UUID id, String programme, LocalDate quarter) {

        LocalDate lastDay() {
            return next().minusDays(1);
        }

        /** The first day of the quarter after it. */
        LocalDate next() {
            return quarter.plusMonths(3);
        }

        /** {@code kvartal 4, 2026}. */
        String title() {
            return "kvartal %d, %d".formatted((quarter.getMonthValue() + 2) / 3, quarter.getYear());
        }

        /** {@code samboradet-2026-10-01}. */
        String key() {
            return programme + "-" + quarter;
        }
    }

    /** Empty if the quarter has its report already. */
    Optional<Stored> add(String programme, LocalDate quarter) {
        return jdbc.sql("""
                        insert into steering_report (id, programme, quarter) values (?, ?, ?)
                        on conflict do nothing returning id, programme, quarter""")
                .params(UUID.randomUUID(), programme, quarter)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select id, programme, quarter from steering_report where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    /** @param document PDF as it is sent */
    void sent(UUID report, byte[] document) {
        jdbc.sql("update steering_report set sent_on = ?, document = ? where id = ?")
                .params(LocalDate.now(clock), document, report)
                .update();
    }

    Optional<Stored> find(String programme, LocalDate quarter) {
        return jdbc.sql("select id, programme, quarter from steering_report where programme = ? and quarter = ?")
                .params(programme, quarter)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    /** The document that was sent; empty until then. */
    Optional<byte[]> document(UUID report) {
        return jdbc.sql("select document from steering_report where id = ? and document is not null")
                .param(report)
                .query((row, n) -> row.getBytes("document"))
                .optional();
    }
}
