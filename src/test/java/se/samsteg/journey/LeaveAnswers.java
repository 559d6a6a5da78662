package se.samsteg.journey;

import java.time.LocalDate;
import java.util.Map;

/** What is typed when a coach is away. */
final class LeaveAnswers {

    private LeaveAnswers() {}

    static Map<String, Object> away(LocalDate first, LocalDate last, String deputy) {
        return Answers.of("change", "report", "fromDay", first, "toDay", last, "deputy", deputy);
    }

    static Map<String, Object> withOpenTasks(String coach, LocalDate first, LocalDate last, String deputy) {
        return Answers.with(away(first, last, deputy), "person", coach, "moveTasks", true);
    }

    static Map<String, Object> backEarly() {
        return Answers.of("change", "end");
    }
}
