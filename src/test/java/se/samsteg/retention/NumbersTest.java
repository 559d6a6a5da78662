package se.samsteg.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samsteg.retention.ClosedFiles.File;

class NumbersTest {

    @Test
    void whatWentIsSaidInNumbersAndNoNames() {
        File one =
                new File(UUID.randomUUID(), List.of("SB-2021-0042", "SB-2023-0007"), LocalDate.EPOCH, null, 80, 3, 20);
        File another = new File(UUID.randomUUID(), List.of("SB-2022-0001"), LocalDate.EPOCH, null, 1, 1, 2);

        assertThat(Numbers.of(List.of(one, another), 5, 1, 1).words())
                .isEqualTo(
                        "2 akter (3 ärenden, 86 anteckningar, 4 handlingar, 22 brev), varav 1 till arkivet; 1 akt hålls kvar");
    }
}
