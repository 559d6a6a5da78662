package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What staff type about SIP meetings. */
final class SipAnswers {

    private SipAnswers() {}

    private static String text(String what) {
        return what + " " + Answers.MARKER + ".";
    }

    static Map<String, Object> request(String caseNumber) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "kind",
                "with-authorities",
                "purpose",
                text("En gemensam plan för vård och arbete"),
                "wantedBy",
                "coach",
                "parties",
                List.of("af", "primary-care", "psychiatry", "other"),
                "otherParty",
                text("Boendestödet"),
                "agenda",
                text("Vem gör vad med sömnen"),
                "agreed",
                true);
    }

    static Map<String, Object> call(LocalDate day) {
        return Answers.of(
                "called",
                "called",
                "meetingOn",
                day,
                "meetingAt",
                "13:15",
                "place",
                text("Vårdcentralen"),
                "invited",
                List.of("af", "primary-care", "other"),
                "otherInvited",
                text("Boendestödet"));
    }

    static Map<String, Object> networkRequest(String caseNumber) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "kind",
                "network-only",
                "purpose",
                text("Stöd i vardagen"),
                "wantedBy",
                "participant",
                "network",
                text("Systern och scoutledaren"),
                "agreed",
                true);
    }

    static Map<String, Object> networkCall(LocalDate day) {
        return Answers.of(
                "called",
                "called",
                "meetingOn",
                day,
                "meetingAt",
                "13:15",
                "place",
                text("Hemma"),
                "networkInvited",
                text("Systern"));
    }

    static Map<String, Object> networkHeld(LocalDate day) {
        return Answers.of(
                "meetingResult",
                "held",
                "heldOn",
                day,
                "attended",
                List.of("participant", "coach", "family"),
                "decision1What",
                text("Promenader med systern"),
                "decision1Owner",
                "participant",
                "decision1Date",
                day.plusDays(7));
    }

    static Map<String, Object> noMeeting() {
        return Answers.of("called", "no-meeting", "noMeetingReason", text("Det är redan löst"));
    }

    private static Map<String, Object> notHeld(String reason) {
        return Answers.of("meetingResult", "not-held", "notHeldReason", reason, "afterwards", "new-try");
    }

    static Map<String, Object> doctorAbsent() {
        return notHeld("doctor-absent");
    }

    static Map<String, Object> cancelledByTheRegion() {
        return Answers.with(notHeld("cancelled"), "cancelledBy", "region");
    }

    static Map<String, Object> givenUp() {
        return Answers.with(
                notHeld("other"),
                "notHeldNote",
                text("Ingen kom"),
                "afterwards",
                "give-up",
                "giveUpReason",
                text("Deltagaren vill inte längre"));
    }

    /** Held on a day, with a decision each for the participant, Arbetsförmedlingen and Försäkringskassan. */
    static Map<String, Object> held(LocalDate day) {
        return Answers.of(
                "meetingResult", "held",
                "heldOn", day,
                "attended", List.of("participant", "coach", "af", "primary-care"),
                "decision1What", text("Sömnskola"),
                "decision1Owner", "participant",
                "decision1Date", day.plusDays(7),
                "decision2What", text("Ordna praktik"),
                "decision2Owner", "af",
                "decision2Date", day.plusDays(14),
                "decision3What", text("Pröva rehabiliteringsersättning"),
                "decision3Owner", "fk",
                "decision3Date", day.plusDays(21),
                "responsible", "region",
                "othersDo", text("Handläggaren ordnar praktik"));
    }

    static Map<String, Object> nothingDecided(LocalDate day) {
        return Answers.of(
                "meetingResult",
                "held",
                "heldOn",
                day,
                "attended",
                List.of("participant", "coach"),
                "noDecisionReason",
                text("Deltagaren vill tänka"),
                "responsible",
                "region",
                "othersDo",
                text("Inga"));
    }

    static Map<String, Object> done() {
        return Answers.of("decisionState", "done");
    }

    static Map<String, Object> partly(LocalDate again) {
        return Answers.of("decisionState", "partly", "why", text("Kön är lång"), "newDate", again);
    }
}
