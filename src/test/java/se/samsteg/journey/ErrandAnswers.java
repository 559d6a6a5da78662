package se.samsteg.journey;

import java.time.LocalDate;
import java.util.Map;

/** What staff type about something that a colleague is to do. */
final class ErrandAnswers {

    private ErrandAnswers() {}

    private static String text(String what) {
        return what + " " + Answers.MARKER + ".";
    }

    static Map<String, Object> request(String caseNumber, String receiver, LocalDate doOn) {
        return Answers.of(
                "caseNumber", caseNumber, "receiver", receiver, "what", text("Ring om intyget"), "doOn", doOn);
    }

    static Map<String, Object> done() {
        return Answers.of("wasDone", "yes", "note", text("Intyget kommer"));
    }

    static Map<String, Object> notDone() {
        return Answers.of("wasDone", "no", "note", text("Mottagningen svarar inte"));
    }
}
