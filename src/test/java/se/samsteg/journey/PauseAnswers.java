package se.samsteg.journey;

import java.time.LocalDate;
import java.util.Map;

/** What is typed when care comes first for a while. */
final class PauseAnswers {

    private PauseAnswers() {}

    static Map<String, Object> until(String caseNumber, LocalDate lastDay) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "change",
                "begin",
                "untilDay",
                lastDay,
                "reason",
                "Operation " + Answers.MARKER);
    }

    static Map<String, Object> longer(String caseNumber, LocalDate lastDay) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "change",
                "prolong",
                "untilDay",
                lastDay,
                "reason",
                "Läker " + Answers.MARKER);
    }

    static Map<String, Object> ended(String caseNumber) {
        return Answers.of("caseNumber", caseNumber, "change", "end", "reason", "Frisk " + Answers.MARKER);
    }

    static Map<String, Object> prolonged(LocalDate lastDay) {
        return Answers.of("change", "prolong", "untilDay", lastDay, "note", "Läker " + Answers.MARKER);
    }

    static Map<String, Object> back() {
        return Answers.of("change", "end", "note", "Börjar om " + Answers.MARKER);
    }
}
