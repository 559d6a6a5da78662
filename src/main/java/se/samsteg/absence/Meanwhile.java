package se.samsteg.absence;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a participant's group did while the participant was away: days, series and themes, and nothing of the others. */
@Component
class Meanwhile {

    /** As many as can be told of in a call. */
    private static final int SESSIONS = 12;

    private final JdbcClient jdbc;

    Meanwhile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(LocalDate day, String series, String themes) {

        String text() {
            return day + " " + series + (themes.isEmpty() ? "" : ": " + themes.replace(",", ", "));
        }
    }

    /** A line for each session from a day on, the newest first. */
    String of(String caseNumber, LocalDate since) {
        String held = jdbc.sql("""
                        select day, series, themes from held_session s join group_seat g on g.group_number = s.group_number
                        where case_number = ? and left_on is null and day >= ?
                        order by day desc, series limit ?""").params(caseNumber, since, SESSIONS).query(Held.class).list().stream()
                .map(Held::text)
                .collect(Collectors.joining("\n"));
        return held.isEmpty() ? "Ingen träff är registrerad sedan dess." : held;
    }
}
