package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    void add(Placement placement) {
        jdbc.sql("""
                        insert into placement (id, case_number, type, employer, supervisor, extent_percent,
                        found_by_participant, starts_on, ends_on)
                        values (:id, :caseNumber, :type, :employer, :supervisor, :extentPercent,
                        :foundByParticipant, :startsOn, :endsOn)""").paramSource(placement).update();
    }

    Optional<Placement> running(String caseNumber) {
        return jdbc.sql("select * from placement where case_number = ? and ended_on is null")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Placement.class))
                .optional();
    }

    void extend(UUID id, LocalDate endsOn) {
        jdbc.sql("update placement set ends_on = ? where id = ?")
                .params(endsOn, id)
                .update();
    }

    void end(UUID id, LocalDate endedOn, String reason) {
        jdbc.sql("update placement set ended_on = ?, end_reason = ? where id = ?")
                .params(endedOn, reason, id)
                .update();
    }

    /** Ends what still runs when a case leaves the step in another way than by a follow-up. */
    void endRunning(String caseNumber, LocalDate endedOn, String reason) {
        jdbc.sql("update placement set ended_on = ?, end_reason = ? where case_number = ? and ended_on is null")
                .params(endedOn, reason, caseNumber)
                .update();
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(
                WrittenText.ofCase("placement", "employer", "case_number = any(:cases)"),
                WrittenText.ofCase("placement", "supervisor", "case_number = any(:cases)"));
    }
}
