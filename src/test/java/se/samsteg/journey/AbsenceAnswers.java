package se.samsteg.journey;

import java.time.LocalDate;
import java.util.Map;

/** What is typed when a participant did not come. */
final class AbsenceAnswers {

    private AbsenceAnswers() {}

    private static String text(String what) {
        return what + " " + Answers.MARKER + ".";
    }

    /** A talk that was not held: moved, excused or absent. */
    static Map<String, Object> talkNotHeld(String outcome, LocalDate nextTalk) {
        return Answers.of("outcome", outcome, "note", text("Blev inte av"), "nextTalk", nextTalk);
    }

    static Map<String, Object> homeVisit(LocalDate day) {
        return Answers.of("visitedOn", day, "result", "met", "note", text("Trodde att det var i morgon"));
    }

    static Map<String, Object> homeVisitWithAValidReason(LocalDate day) {
        return Answers.with(homeVisit(day), "validReason", true, "reason", text("Låg på sjukhus"));
    }

    /** A roll call that was wrong. */
    static Map<String, Object> attended(String caseNumber, LocalDate day, String attendance) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "change",
                "correct-attendance",
                "sessionDay",
                day,
                "presence",
                attendance,
                "reason",
                text("Fel rad"));
    }

    static Map<String, Object> contact(LocalDate day, String decision) {
        return Answers.of(
                "talkedTo", text("Handläggaren"), "contactedOn", day, "said", text("Vi väntar"), "decision", decision);
    }

    static Map<String, Object> inquiryUntil(LocalDate day, LocalDate followUp) {
        return Answers.with(contact(day, "inquiry"), "followUpOn", followUp);
    }

    static Map<String, Object> inquiryShowed(String decision) {
        return Answers.of("result", text("Bussen är indragen"), "decision", decision);
    }

    static Map<String, Object> soughtOutAndBack() {
        return Answers.of(
                "contactBy",
                "call",
                "reached",
                "yes",
                "toldOf",
                text("Gruppen lagade mat"),
                "said",
                text("Kommer på torsdag"),
                "back",
                true);
    }
}
