package se.samsteg.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which criteria a referral does not meet, as they were tried last: what is counted of those who are not taken in. */
@Repository
class UnmetCriteria {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnmetCriteria(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what is unmet instead of what was before.
     *
     * @param letThrough whether the lead lets the referral through all the same
     */
    void keep(String caseNumber, List<String> unmet, boolean letThrough) {
        jdbc.sql("delete from unmet_criterion where case_number = ?")
                .param(caseNumber)
                .update();
        for (String criterion : unmet) {
            jdbc.sql("""
                            insert into unmet_criterion (case_number, criterion, tried_on, let_through)
                            values (?, ?, ?, ?)""")
                    .params(caseNumber, criterion, LocalDate.now(clock), letThrough)
                    .update();
        }
    }
}
