package se.samsteg.journey;

import java.util.Map;

/** What is typed when a step begins beside the main step, or ends before its time. */
final class ActivityAnswers {

    private ActivityAnswers() {}

    static Map<String, Object> begins(String caseNumber, String step) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "change",
                "begin",
                "step",
                step,
                "reason",
                "Vill träffa folk " + Answers.MARKER);
    }

    static Map<String, Object> group(String caseNumber) {
        return Answers.with(begins(caseNumber, "prerehab"), "wantedGroup", "halsogrupp");
    }

    static Map<String, Object> ends(String caseNumber, String step) {
        return Answers.of(
                "caseNumber", caseNumber, "change", "end", "step", step, "reason", "Orkar inte båda " + Answers.MARKER);
    }
}
