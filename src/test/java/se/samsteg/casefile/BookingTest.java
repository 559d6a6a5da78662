package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 11);

    @Test
    void aBookingSaysWhatIsKnownOfIt() {
        assertThat(new Booking(DAY, null, null).text()).isEqualTo("2027-02-11");
        assertThat(new Booking(DAY, LocalTime.of(13, 15), null).text()).isEqualTo("2027-02-11 kl. 13:15");
        assertThat(new Booking(DAY, null, "Biblioteket").text()).isEqualTo("2027-02-11, Biblioteket");
        assertThat(new Booking(DAY, LocalTime.of(9, 0), "Biblioteket").text())
                .isEqualTo("2027-02-11 kl. 09:00, Biblioteket");
    }
}
