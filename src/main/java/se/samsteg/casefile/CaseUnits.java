package se.samsteg.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** The code of the unit that referred, see {@link #referring}. */
    public Optional<String> referringCode(String caseNumber) {
        return referring(caseNumber).map(Settings.Unit::code);
    }

    /** The unit that takes over; empty as long as none is chosen. */
    public Optional<Settings.Unit> receiving(String caseNumber) {
        return unit(caseNumber, "receiving_unit");
    }

    /** The two of them, read at once. */
    public record Units(
            @Nullable String referring, @Nullable String receiving) {}

    /** What the unit that referred and the one that takes over are called; null where there is none. */
    public Units names(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        return jdbc.sql("select unit, receiving_unit from case_unit where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> new Units(
                        name(programme, row.getString("unit")), name(programme, row.getString("receiving_unit"))))
                .optional()
                .orElse(new Units(null, null));
    }

    private static @Nullable String name(Settings programme, @Nullable String code) {
        return code == null
                ? null
                : programme.unit(code).map(Settings.Unit::name).orElse(null);
    }

    private Optional<Settings.Unit> unit(String caseNumber, String which) {
        return jdbc.sql("select " + which + " from case_unit where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(code -> code)
                .flatMap(programmes.of(caseNumber)::unit);
    }

    /** The units of the authority that referred, of which one has: names by code. */
    public Map<String, String> ofAuthority(String caseNumber) {
        String authority = jdbc.sql("select authority from case_file where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
        Settings programme = programmes.of(caseNumber);
        Map<String, String> names = new LinkedHashMap<>();
        programme
                .unitsOf(authority)
                .forEach(code ->
                        names.put(code, programme.unit(code).orElseThrow().name()));
        return names;
    }

    /**
     * Says which unit has referred, where the register said another one.
     *
     * @throws Refused if it is none of the authority's
     */
    public void refer(String caseNumber, @Nullable String unit) {
        if (unit == null || !ofAuthority(caseNumber).containsKey(unit)) {
            throw new Refused("Nytt svar: välj en av myndighetens enheter.");
        }
        jdbc.sql("update case_file set unit = ? where case_number = ?")
                .params(unit, caseNumber)
                .update();
    }

    /**
     * Says which unit takes over.
     *
     * @param unit code of one of the programme's, with or without users; null where none of them does
     * @throws Refused if the programme has no such unit
     */
    public void receive(String caseNumber, @Nullable String unit) {
        if (unit != null && programmes.of(caseNumber).unit(unit).isEmpty()) {
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
