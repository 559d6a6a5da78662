package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Days of a form that must not come before the birth, the case or the enrolment, as the form declares. */
@Repository
class FactBounds {

    private final JdbcClient jdbc;

    FactBounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Life(
            LocalDate openedOn,
            @Nullable LocalDate enrolledOn,
            @Nullable LocalDate birthDate) {

        /** The day that nothing may come before; null if it is not known. */
        @Nullable
        LocalDate first(String notBefore) {
            return switch (notBefore) {
                case "birth" -> birthDate;
                case "enrolment" -> enrolledOn == null ? openedOn : enrolledOn;
                default -> openedOn;
            };
        }
    }

    private static final Map<String, String> BEFORE = Map.of(
            "birth", "datumet ligger före deltagarens födelse.",
            "case", "datumet ligger före remissen.",
            "enrolment", "datumet ligger före inskrivningen.");

    /** @throws Refused if a day comes before the birth, the case or the enrolment, as its form declares */
    void check(String caseNumber, List<Forms.Bound> bounds) {
        Life life = jdbc.sql("""
                        select opened_on, enrolled_on, birth_date from case_file join participant on id = person
                        where case_number = ?""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Life.class))
                .single();
        List<String> wrong = bounds.stream()
                .filter(bound -> {
                    LocalDate first = life.first(bound.notBefore());
                    return first != null && bound.day().isBefore(first);
                })
                .map(bound -> bound.label() + ": " + BEFORE.get(bound.notBefore()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
