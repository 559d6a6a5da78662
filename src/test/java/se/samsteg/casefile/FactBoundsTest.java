package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

/** A day in a fact comes after what its form says that it cannot come before. */
@SamstegTest
class FactBoundsTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 11, 23);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 11, 30);

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    private record Said(String text) {}

    @BeforeEach
    void aCaseWithABirthAReferralAndAnEnrolment() {
        world.begin(REFERRED);
        caseNumber = enrolled.open("coach1", ENROLLED);
    }

    @ParameterizedTest
    @CsvSource({
        "birth, 1985-05-16, före deltagarens födelse",
        "case, 2026-11-22, före remissen",
        "enrolment, 2026-11-29, före inskrivningen"
    })
    void aDayBeforeItsBoundIsRefusedAtItsField(String notBefore, LocalDate day, String words) {
        assertThatThrownBy(() -> record(notBefore, day))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Sista dag: datumet ligger " + words);
        assertThatCode(() -> record(notBefore, day.plusDays(1))).doesNotThrowAnyException();
    }

    @Test
    void aBirthThatIsNotKnownBoundsNothing() {
        String other = enrolled.open("coach1", ENROLLED);
        jdbc.sql("""
                        update person set birth_date = null, identity_number = '191500722390', no_number_reason = null
                        where id = (select person from case_file where case_number = ?)""").param(other).update();
        caseNumber = other;

        assertThatCode(() -> record("birth", LocalDate.of(1920, 1, 1))).doesNotThrowAnyException();
    }

    private void record(String notBefore, LocalDate day) {
        facts.append(
                caseNumber,
                null,
                new Forms.Filled(
                        "workplace-follow-up",
                        "test",
                        Map.of(),
                        List.of(new Forms.Bound("Sista dag", day, notBefore)),
                        Set.of()),
                new Said("x"));
    }
}
