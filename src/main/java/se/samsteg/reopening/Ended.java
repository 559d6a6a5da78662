package se.samsteg.reopening;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seat in a group and the placement that ended when a case was closed: they may be taken by now, and are not given back. */
@Repository
class Ended {

    private final JdbcClient jdbc;

    Ended(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In Swedish; empty if there was neither. */
    List<String> with(String caseNumber, LocalDate closedOn) {
        return jdbc.sql("""
                        select 'platsen i grupp ' || group_number from group_seat
                        where case_number = :case and left_on >= :closed
                        union all
                        select 'placeringen hos ' || employer from case_placement
                        where case_number = :case and end_reason = 'case-closed' and ended_on >= :closed""")
                .param("case", caseNumber)
                .param("closed", closedOn)
                .query(String.class)
                .list();
    }
}
