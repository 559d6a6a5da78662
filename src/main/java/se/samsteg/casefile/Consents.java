package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The participant's consents: which authority may be told what, until when. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param authorities af, fk, soc, region
     * @param information codes of the form's types of information
     * @param manner written or oral
     */
    public void give(
            String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {
        LocalDate today = LocalDate.now(clock);
        for (String authority : authorities) {
            for (String type : information) {
                jdbc.sql("insert into consent values (?, ?, ?, ?, ?, ?, ?, null)")
                        .params(UUID.randomUUID(), caseNumber, authority, type, today, until, manner)
                        .update();
            }
        }
    }
}
