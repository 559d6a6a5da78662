package se.samsteg.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.engine.Actor;
import se.samsteg.form.DaysOff;

/** The holidays among which forms ask a day back at once; the rule itself is the server's. */
@RestController
class Holidays {

    /** As far as any date of a form may lie ahead, and what is corrected may lie back. */
    private static final int YEARS = 10;

    private final Actor actor;
    private final Clock clock;

    Holidays(Actor actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    /** @return by day why it is one, in Swedish; 401 without log-in */
    @GetMapping("/camunda/api/samsteg/holidays")
    ResponseEntity<SortedMap<LocalDate, String>> holidays() {
        if (!actor.loggedIn()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        LocalDate today = LocalDate.now(clock);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(DaysOff.holidays(today.minusYears(YEARS), today.plusYears(YEARS)));
    }
}
