package se.samsteg.result;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from which step of the ladder to which participants went. */
@Repository
class LadderMoves {

    /** Kind of what ended. */
    static final String MOVE = "move";

    /** Between the steps of a code. */
    static final String TO = ">";

    /** Where a participant goes who leaves the ladder. */
    static final String OUT = "exit";

    private final JdbcClient jdbc;

    LadderMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Steps that ended within the period, each with the one that came next; where a case went the same way twice it is
     * counted once.
     */
    List<CountedCases.Ended> of(Selection selection) {
        return jdbc.sql("""
                        select distinct c.case_number, :move as kind, e.code || :arrow || coalesce(n.code, :out) as code,
                          %s as by, 0 as days
                        from counted_event e
                        left join counted_event n on n.case_number = e.case_number and n.kind = 'step'
                          and n.happened_on = e.until and n.ctid <> e.ctid
                        join counted_case c on c.case_number = e.case_number %s
                        where e.kind = 'step' and e.until between :from and :to and not c.duplicate and %s""".formatted(
                        CountedCases.by(selection), CountedCases.seats(selection), CountedCases.where(selection)))
                .params(CountedCases.params(selection))
                .param("move", MOVE)
                .param("arrow", TO)
                .param("out", OUT)
                .query(CountedCases.Ended.class)
                .list();
    }
}
