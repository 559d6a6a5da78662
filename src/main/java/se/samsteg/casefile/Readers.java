package se.samsteg.casefile;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;

/** Who has read a case, in which role and when: the participant's own extract of the access log. */
@Component
public class Readers {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final AccessLog log;
    private final Documents documents;
    private final Programmes programmes;
    private final Colleagues colleagues;
    private final Clock clock;

    Readers(AccessLog log, Documents documents, Programmes programmes, Colleagues colleagues, Clock clock) {
        this.log = log;
        this.colleagues = colleagues;
        this.programmes = programmes;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * A view as the participant reads it.
     *
     * @param at {@code 2026-11-03 09:14}
     * @param user the name; the user id where the account is gone
     * @param authority in words; the programme's own staff stand as such
     */
    public record Reader(String at, String user, String role, String authority, String what) {}

    /** In the order they read; what was refused showed nothing and is not here. */
    public List<Reader> of(String caseNumber) {
        List<AccessLog.Row> rows = log.of(caseNumber);
        Map<String, String> names = colleagues.names(
                rows.stream().map(AccessLog.Row::user).distinct().toList());
        return rows.stream()
                .map(row -> new Reader(
                        MINUTE.format(row.at().atZone(clock.getZone())),
                        names.getOrDefault(row.user(), row.user()),
                        row.role(),
                        row.authority().equals("own")
                                ? "Programmet"
                                : programmes.authority(caseNumber, row.authority()),
                        row.what().told()))
                .toList();
    }

    /** The list on paper. It is drawn up anew each time and not kept. */
    public byte[] pdf(View view) {
        return documents.print(view.caseNumber(), "readers", Map.of("readers", of(view.caseNumber())));
    }
}
