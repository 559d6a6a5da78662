package se.samsteg.migration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which open cases have been given what a release adds to every case. */
@Repository
class Additions {

    record Waiting(String kind, String caseNumber) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Additions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes for each open case what this start is the first to know. Cases that are opened later get it by their models.
     *
     * @return whether any waits
     */
    boolean plan(Collection<String> kinds) {
        jdbc.sql("""
                        with added as (
                          insert into addition (kind, at) select kind, :now from unnest(:kinds) as known (kind)
                          on conflict do nothing returning kind)
                        insert into case_addition (kind, case_number, state, at)
                        select kind, case_number, 'waiting', :now from added cross join case_overview
                        where closed_on is null""")
                .param("now", now())
                .param("kinds", kinds.toArray(String[]::new))
                .update();
        return !waiting(1).isEmpty();
    }

    List<Waiting> waiting(int atMost) {
        return jdbc.sql("""
                        select kind, case_number from case_addition where state = 'waiting'
                        order by kind, case_number limit ?""").param(atMost).query(Waiting.class).list();
    }

    void done(Waiting one, boolean added) {
        jdbc.sql("update case_addition set state = ?, at = ? where kind = ? and case_number = ?")
                .params(added ? "added" : "failed", now(), one.kind(), one.caseNumber())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
