package se.samsteg.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.CasesNoted;

/**
 * The places of the programmes and the queues for them. A transaction that changes either holds the programme's lock.
 */
@Repository
class Places {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Places(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Takes the programme's lock until the commit: it waits for a transaction that takes, frees or offers a place, and
     * later ones wait for it.
     */
    void lock(String programme) {
        jdbc.sql("insert into admission (programme) values (?) on conflict do nothing")
                .param(programme)
                .update();
        jdbc.sql("select programme from admission where programme = ? for update")
                .param(programme)
                .query(String.class)
                .single();
    }

    int taken(String programme) {
        return jdbc.sql("select count(*) from place where programme = ? and freed_on is null")
                .param(programme)
                .query(Integer.class)
                .single();
    }

    boolean has(String caseNumber) {
        return jdbc.sql("select exists (select from place where case_number = ? and freed_on is null)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** Empty for a case that has no place. */
    Optional<LocalDate> takenOn(String caseNumber) {
        return jdbc.sql("select taken_on from place where case_number = ? and freed_on is null")
                .param(caseNumber)
                .query(LocalDate.class)
                .optional();
    }

    void take(String programme, String caseNumber, LocalDate day) {
        jdbc.sql("insert into place (programme, case_number, taken_on) values (?, ?, ?)")
                .params(programme, caseNumber, day)
                .update();
        events.publishEvent(new CasesNoted(List.of(caseNumber)));
    }

    void free(String caseNumber, LocalDate day) {
        jdbc.sql("update place set freed_on = ? where case_number = ? and freed_on is null")
                .params(day, caseNumber)
                .update();
    }

    void queue(String programme, String caseNumber, int rank, String reason, LocalDate day) {
        jdbc.sql("""
                        insert into waiting (case_number, programme, rank, reason, since) values (?, ?, ?, ?, ?)
                        on conflict (case_number) do update set rank = excluded.rank, reason = excluded.reason
                        """).params(caseNumber, programme, rank, reason, day).update();
    }

    /** Who is next: by rank, then by the day of the referral, then by case number. */
    Optional<String> first(String programme) {
        return jdbc.sql("""
                        select w.case_number from waiting w join case_overview c using (case_number) where w.programme = ?
                        order by w.rank, c.opened_on, w.case_number limit 1
                        """).param(programme).query(String.class).optional();
    }

    void leaveQueue(String caseNumber) {
        jdbc.sql("delete from waiting where case_number = ?").param(caseNumber).update();
    }
}
