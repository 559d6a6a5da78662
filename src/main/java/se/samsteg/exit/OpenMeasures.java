package se.samsteg.exit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.programme.Programmes;

/** What others have promised the participant and not done yet: it must not end with the case. */
@Repository
class OpenMeasures {

    @OptionsOf("measure-promise.promisedBy")
    enum Other implements Code {
        OTHER
    }

    private final JdbcClient jdbc;
    private final Programmes programmes;

    OpenMeasures(JdbcClient jdbc, Programmes programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    record Open(
            String promised,
            String promisedBy,
            @Nullable String unit,
            LocalDate promisedFor,
            @Nullable LocalDate begunOn) {

        String line(UnaryOperator<String> authorities) {
            String who = Other.OTHER.is(promisedBy) ? "" : authorities.apply(promisedBy);
            String where = unit == null ? "" : (who.isEmpty() ? "" : ", ") + unit;
            String by = who.isEmpty() && where.isEmpty() ? "annan part" : who + where;
            return begunOn == null
                    ? "Utlovat men inte genomfört: %s (%s, till %s)".formatted(promised, by, promisedFor)
                    : "Påbörjat men inte genomfört: %s (%s, sedan %s)".formatted(promised, by, begunOn);
        }
    }

    /** One Swedish line for each. */
    List<String> of(String caseNumber) {
        return jdbc.sql("""
                        select promised, promised_by, unit, promised_for, begun_on from open_measure where case_number = ? order by promised_for, id
                        """).param(caseNumber).query(DataClassRowMapper.newInstance(Open.class)).list().stream()
                .map(open -> open.line(code -> programmes.authority(caseNumber, code)))
                .toList();
    }
}
