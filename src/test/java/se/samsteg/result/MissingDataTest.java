package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.programme.Programmes;

/** What the list of missing data holds of imported cases. */
@SamstegTest
class MissingDataTest {

    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MissingData missing;

    @Autowired
    Programmes programmes;

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    /** A case of 2010 that was exited in 2011, of which all is known but what a test takes away. */
    private void exited(String column, String value) {
        jdbc.sql("""
                        insert into counted_case (case_number, programme, referred_on, authority, unit, sex, birth_year,
                          taken_up_on, decision, called_on, exit_on, main_outcome, health_at_exit, livelihood_before,
                          livelihood_after, occupation_before, occupation_after)
                        values ('SB-2010-9001', 'samboradet', '2010-02-01', 'soc', 'a', 'woman', 1980, '2010-03-01', 'admit',
                          '2010-03-01', '2011-06-01', 'moved', 'better', '{salary}', '{salary}', 'working', 'working')""").update();
        jdbc.sql("update counted_case set %s = %s".formatted(column, value)).update();
    }

    private List<Lack> lacks() {
        return missing.of(programmes.get("samboradet"), YEAR).stream()
                .flatMap(row -> row.open().stream())
                .toList();
    }

    @Test
    void aCaseOfWhichAllIsKnownIsNotListed() {
        exited("sex", "'man'");
        assertThat(lacks()).isEmpty();
    }

    @Test
    void anAnswerWithoutAReasonIsListed() {
        exited("health_at_exit", "null");
        assertThat(lacks()).containsExactly(Lack.HEALTH_AT_EXIT);
    }

    @Test
    void anAnswerThatIsMissingForAReasonIsNot() {
        exited("health_at_exit", "null, health_missing_reason = 'declined'");
        assertThat(lacks()).isEmpty();
    }

    @Test
    void ofTheDeceasedNothingIsAsked() {
        exited("health_at_exit", "null, livelihood_after = '{}', main_outcome = 'deceased'");
        assertThat(lacks()).isEmpty();
    }

    @Test
    void eachThingThatAFigureLacksIsNamed() {
        exited("main_outcome", "null, livelihood_before = '{}', occupation_after = null");
        assertThat(lacks()).containsExactly(Lack.LIVELIHOOD_BEFORE, Lack.MAIN_OUTCOME, Lack.OCCUPATION_AFTER);
    }

    @Test
    void whatWasAskedAtTheReferralIsListedForTheYearOfTheReferral() {
        exited("sex", "null, unit = null");
        assertThat(lacks()).isEmpty();
        jdbc.sql("update counted_case set referred_on = '2011-01-01'").update();
        assertThat(lacks()).containsExactly(Lack.SEX, Lack.UNIT);
    }

    @Test
    void whoWasToBeAskedAYearAfterIsListedUnlessNotReached() {
        exited("exit_on", "'2010-06-01', sex = 'man'");
        assertThat(lacks()).containsExactly(Lack.ONE_YEAR);
        jdbc.sql("update counted_case set follow_up_missing_reason = 'unreachable'")
                .update();
        assertThat(lacks()).isEmpty();
    }
}
