package se.samsteg.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.form.Json;

/** Who has read cases, from the access log. */
@Component
class ReaderRows {

    private final AccessLog log;
    private final Clock clock;

    ReaderRows(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    List<ObjectNode> of(List<String> caseNumbers) {
        List<ObjectNode> rows = new ArrayList<>();
        for (String one : caseNumbers) {
            for (AccessLog.Row row : log.of(one)) {
                rows.add(Json.MAPPER
                        .createObjectNode()
                        .put("caseNumber", one)
                        .put("at", ExtractTime.text(row.at(), clock.getZone()))
                        .put("user", row.user())
                        .put("role", row.role())
                        .put("authority", row.authority())
                        .put("what", row.what().told()));
            }
        }
        return rows;
    }
}
