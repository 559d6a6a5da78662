package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;

/** The placements of the cases; a case has at most one that runs. */
@Repository
class Placements implements PersonalTables {

    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Placement> running(String caseNumber) {
        return jdbc.sql("select * from placement where case_number = ? and ended_on is null")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Placement.class))
                .optional();
    }

    /** @throws IllegalStateException if it has been ended by another transaction */
    void save(Placement placement) {
        int saved = jdbc.sql("""
                        insert into placement (id, case_number, type, employer_id, employer, supervisor, extent_percent,
                        found_by_participant, starts_on, ends_on, ended_on, end_reason)
                        values (:id, :caseNumber, :type, :employerId, :employer, :supervisor, :extentPercent,
                        :foundByParticipant, :startsOn, :endsOn, :endedOn, :endReason)
                        on conflict (id) do update set ends_on = excluded.ends_on, ended_on = excluded.ended_on,
                        end_reason = excluded.end_reason where placement.ended_on is null
                        """).paramSource(placement).update();
        if (saved == 0) {
            throw new IllegalStateException("placement %s has ended".formatted(placement.id()));
        }
    }

    /** What was agreed otherwise than it was recorded. */
    void correct(UUID id, String type, int extentPercent, LocalDate startsOn, @Nullable LocalDate endsOn) {
        jdbc.sql("update placement set type = ?, extent_percent = ?, starts_on = ?, ends_on = ? where id = ?")
                .params(type, extentPercent, startsOn, endsOn, id)
                .update();
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(
                WrittenText.ofCase("placement", "employer", "case_number = any(:cases)"),
                WrittenText.ofCase("placement", "supervisor", "case_number = any(:cases)"));
    }
}
