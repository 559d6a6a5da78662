package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The participant's consents: which authority may be told what, until when. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param authorities af, fk, soc, region
     * @param information codes of the form's types of information
     * @param manner written or oral
     */
    public void give(
            String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {
        jdbc.sql("""
                        insert into consent
                        select gen_random_uuid(), ?, authority, information, ?, ?, ?, null
                        from string_to_table(?, ',') authority cross join string_to_table(?, ',') information""")
                .params(
                        caseNumber,
                        LocalDate.now(clock),
                        until,
                        manner,
                        String.join(",", authorities),
                        String.join(",", information))
                .update();
    }

    /**
     * Withdraws what an authority may be told.
     *
     * @return how many consents that were in force are so no longer
     */
    public int withdraw(String caseNumber, List<String> authorities) {
        return jdbc.sql("""
                        update consent set withdrawn_on = :today
                        where case_number = :case and authority in (:authorities) and withdrawn_on is null""")
                .param("today", LocalDate.now(clock))
                .param("case", caseNumber)
                .param("authorities", authorities)
                .update();
    }

    /** Authorities that a consent was withdrawn for: af, fk, soc, region. */
    public List<String> withdrawn(String caseNumber) {
        return jdbc.sql("""
                        select distinct authority from consent where case_number = ? and withdrawn_on is not null
                        order by authority""").param(caseNumber).query(String.class).list();
    }
}
