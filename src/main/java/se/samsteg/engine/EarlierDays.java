package se.samsteg.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.samsteg.form.SwedishTime;

/**
 * Lets what the embedded default shows have happened on earlier days. The clock is that of the whole application, so this is
 * for no other installation.
 */
@Component
@Profile({"demo", "test"})
public class EarlierDays {

    private static final Duration AS_GOOD_AS_NOW = Duration.ofSeconds(2);

    /** Does something as on that day, at this time of day. */
    public <T> T on(LocalDate day, Supplier<T> act) {
        Date now = ClockUtil.getCurrentTime();
        LocalTime time = LocalTime.ofInstant(now.toInstant(), SwedishTime.ZONE);
        try {
            ClockUtil.setCurrentTime(
                    Date.from(ZonedDateTime.of(day, time, SwedishTime.ZONE).toInstant()));
            return act.get();
        } finally {
            goBackTo(now);
        }
    }

    /** A test has stopped the clock on a day of its own. */
    private static void goBackTo(Date now) {
        Duration passed = Duration.between(now.toInstant(), Instant.now()).abs();
        if (passed.compareTo(AS_GOOD_AS_NOW) < 0) {
            ClockUtil.reset();
        } else {
            ClockUtil.setCurrentTime(now);
        }
    }
}
