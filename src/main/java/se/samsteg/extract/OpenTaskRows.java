package se.samsteg.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.form.Json;
import se.samsteg.form.TaskContents;

/** The open tasks about cases, with what has been typed in them. */
@Component
class OpenTaskRows {

    private final TaskContents tasks;
    private final Clock clock;

    OpenTaskRows(TaskContents tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    List<ObjectNode> of(List<String> caseNumbers) {
        List<ObjectNode> rows = new ArrayList<>();
        for (TaskContents.Open task : tasks.of(caseNumbers)) {
            ObjectNode one = Json.MAPPER.createObjectNode();
            one.put("caseNumber", task.about());
            one.put("name", task.name());
            one.put("form", task.form());
            one.put("since", at(task.since()));
            one.put("due", task.due() == null ? null : at(task.due()));
            one.put("assignee", task.assignee());
            one.set("values", Json.MAPPER.valueToTree(task.values()));
            rows.add(one);
        }
        return rows;
    }

    private String at(Instant instant) {
        return ExtractTime.text(instant, clock.getZone());
    }
}
