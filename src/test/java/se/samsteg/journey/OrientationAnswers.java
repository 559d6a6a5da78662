package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What coaches type about the orientation. */
final class OrientationAnswers {

    private OrientationAnswers() {}

    static Map<String, Object> plan(LocalDate day, String... parts) {
        return Answers.of(
                "parts",
                List.of(parts),
                "firstActivity",
                "Biblioteket " + Answers.MARKER,
                "firstActivityOn",
                day,
                "firstActivityAt",
                "10:00",
                "firstActivityPlace",
                "Torget " + Answers.MARKER,
                "wishes",
                "Veta mer " + Answers.MARKER);
    }

    static Map<String, Object> done(String... parts) {
        return Answers.of("outcome", "held", "doneParts", List.of(parts), "note", "Gav mycket " + Answers.MARKER);
    }

    static Map<String, Object> doneAndBooked(LocalDate next, String... parts) {
        return Answers.with(
                done(parts),
                "nextActivity",
                "Rådhuset " + Answers.MARKER,
                "nextOn",
                next,
                "nextAt",
                "13:15",
                "nextPlace",
                "Torget " + Answers.MARKER);
    }

    static Map<String, Object> endedEarly() {
        return Answers.with(done(), "endEarly", true, "endReason", "Fick arbete " + Answers.MARKER);
    }
}
