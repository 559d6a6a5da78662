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
     * counted once. A decision to leave the ladder is no step that a participant leaves, and one who leaves without it does
     * so with the exit. Of two decisions on one day the one that was made first comes first.
     */
    List<CountedCases.Ended> of(Selection selection) {
        return jdbc.sql("""
                        select distinct c.case_number, :move as kind, e.code || :arrow || coalesce(e.next, :out) as code,
                          %s as by, 0 as days
                        from (select case_number, code, until,
                                lead(code) over (partition by case_number order by happened_on, id) as next
                              from counted_event
                              where kind = 'step' and case_number in (
                                select case_number from counted_event where kind = 'step' and until between :from and :to)) e
                        join counted_case c on c.case_number = e.case_number %s
                        where e.code <> :out and e.until between :from and :to and not c.duplicate and %s""".formatted(
                        CountedCases.by(selection), CountedCases.seats(selection), CountedCases.where(selection)))
                .params(CountedCases.params(selection))
                .param("move", MOVE)
                .param("arrow", TO)
                .param("out", OUT)
                .query(CountedCases.Ended.class)
                .list();
    }
}
