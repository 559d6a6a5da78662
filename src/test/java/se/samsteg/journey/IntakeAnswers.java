package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What staff answer in the forms of the three-party talk. */
final class IntakeAnswers {

    private IntakeAnswers() {}

    static Map<String, Object> takenUp(String coach, String deputy) {
        return Answers.of(
                "decision",
                "take-up",
                "coach",
                coach,
                "deputy",
                deputy,
                "complexity",
                "2",
                "ceilingReason",
                Answers.text("Deltagaren känner coachen"));
    }

    static Map<String, Object> refused(String reason) {
        return Answers.of("decision", "refuse", "reason", reason, "recommendation", Answers.text("Vårdcentralen"));
    }

    static Map<String, Object> joined() {
        return Answers.of(
                "decision",
                "join",
                "recommendation",
                Answers.text("Tala med personens coach"),
                "note",
                Answers.text("Ny remiss"));
    }

    static Map<String, Object> booked(LocalDate day) {
        return Answers.of(
                "answer",
                "accepted",
                "talkDate",
                day,
                "talkTime",
                "13:15",
                "talkPlace",
                Answers.text("Medborgarkontoret"));
    }

    static Map<String, Object> noAnswer(LocalDate nextTry) {
        return Answers.of("answer", "no-answer", "nextTryOn", nextTry);
    }

    static Map<String, Object> declined(String reason) {
        return Answers.of("answer", "declined", "reason", reason, "recommendation", Answers.text("Jobbtorg"));
    }

    static Map<String, Object> notHeld(String outcome) {
        return Answers.of("outcome", outcome, "note", Answers.text("Ringde efteråt"));
    }

    /** @param informed codes of what the programme wants gone through */
    static Map<String, Object> takenIn(LocalDate heldOn, List<String> informed) {
        return Answers.of(
                "outcome",
                "held",
                "heldOn",
                heldOn,
                "present",
                List.of("participant", "coach", "caseworker"),
                "result",
                "taken-in",
                "informed",
                informed,
                "agreed",
                true,
                "expectation",
                Answers.text("Jag vill må bättre"),
                "enrolledOn",
                heldOn);
    }

    static Map<String, Object> notTakenIn(LocalDate heldOn, String result, String reason) {
        return Answers.of(
                "outcome",
                "held",
                "heldOn",
                heldOn,
                "present",
                List.of("participant", "coach"),
                "result",
                result,
                "reason",
                reason,
                "recommendation",
                Answers.text("Vårdcentralen"));
    }
}
