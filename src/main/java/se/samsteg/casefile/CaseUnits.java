package se.samsteg.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The units of a case: the one that referred, and the one that takes over after the exit. */
@Repository
public class CaseUnits {

    private final JdbcClient jdbc;
    private final Programmes programmes;

    CaseUnits(JdbcClient jdbc, Programmes programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    /** The unit that referred; empty if the caseworker's unit is not registered, or none of the authority's. */
    public Optional<Settings.Unit> referring(String caseNumber) {
        return unit(caseNumber, "unit");
    }

    /** The unit that takes over; empty as long as none is chosen. */
    public Optional<Settings.Unit> receiving(String caseNumber) {
        return unit(caseNumber, "receiving_unit");
    }

    private Optional<Settings.Unit> unit(String caseNumber, String which) {
        return jdbc.sql("select " + which + " from case_unit where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(code -> code)
                .flatMap(programmes.of(caseNumber)::unit);
    }

    /**
     * Says which unit takes over.
     *
     * @param unit code of one of the programme's, with or without users
     * @throws Refused if the programme has no such unit
     */
    public void receive(String caseNumber, String unit) {
        if (programmes.of(caseNumber).unit(unit).isEmpty()) {
            throw new Refused("Mottagande enhet: välj en av programmets enheter.");
        }
        jdbc.sql("update case_file set receiving_unit = ? where case_number = ?")
                .params(unit, caseNumber)
                .update();
    }

    /**
     * The case numbers of a unit's participants: enrolled, and not closed. A caseworker's later unit of another authority
     * has none of the cases that were referred for the first one.
     */
    public List<String> participants(Settings programme, Settings.Unit unit) {
        return jdbc.sql("""
                        select c.case_number from case_file c join case_unit u using (case_number)
                        where c.programme = ? and u.unit = ? and c.authority = ? and c.enrolled_on is not null and c.closed_on is null
                        order by c.case_number""")
                .params(programme.id(), unit.code(), unit.authority())
                .query(String.class)
                .list();
    }
}
