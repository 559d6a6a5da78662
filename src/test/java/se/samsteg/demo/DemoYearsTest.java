package se.samsteg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.result.EarlierCases;

/** The earlier cases of the embedded default, taken in as a lead's file would be. */
@SamstegTest
class DemoYearsTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    EarlierCases earlier;

    @Autowired
    Clock clock;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from taken_number").update();
    }

    /** On New Year's Day, when no day of the files may lie ahead, and in and after a leap year. */
    @ParameterizedTest
    @CsvSource({"samboradet, 2027-01-01", "ama, 2027-01-01", "samboradet, 2028-02-29", "ama, 2029-03-01"})
    void theLastYearHasReferralsExitsAndAnswersOfAYearAfter(String programme, LocalDate today) {
        world.begin(today);

        new DemoYears(earlier, beans.createBean(Played.class), clock).take();

        LocalDate first = LocalDate.of(today.getYear() - 1, 1, 1);
        for (String column : new String[] {"referred_on", "taken_up_on", "exit_on", "follow_up_on"}) {
            assertThat(jdbc.sql("select count(*) from counted_case where programme = ? and %s between ? and ?"
                                    .formatted(column))
                            .params(programme, first, first.plusYears(1).minusDays(1))
                            .query(Integer.class)
                            .single())
                    .as(column)
                    .isGreaterThanOrEqualTo(10);
        }
        assertThat(jdbc.sql("select count(*) from counted_case where greatest(referred_on, exit_on, follow_up_on) > ?")
                        .params(today)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
