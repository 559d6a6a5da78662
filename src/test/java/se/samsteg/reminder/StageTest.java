package se.samsteg.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings.Reminders.Times;

class StageTest {

    private static final LocalDate DUE = LocalDate.of(2027, 2, 1);
    private static final Times TIMES = new Times(List.of(Period.ofDays(7), Period.ofDays(14)), Period.ofDays(30));

    @ParameterizedTest
    @CsvSource({"1, 0", "6, 0", "7, 1", "13, 1", "14, 2", "29, 2", "30, 3", "300, 3"})
    void aTaskReachesOneStageAfterAnother(int daysLate, int stages) {
        assertThat(Stage.reached(DUE, DUE.plusDays(daysLate), TIMES)).hasSize(stages);
    }

    @Test
    void aTaskHasTheTimesOfItsFormOrThoseOfAllOthers() {
        var reminders = ProgrammeFiles.samboradet().reminders();

        assertThat(reminders.of("planning-mapping")).isEqualTo(TIMES);
        assertThat(reminders.of("exit-outcome").leadAfter()).isEqualTo(Period.ofDays(14));
    }
}
