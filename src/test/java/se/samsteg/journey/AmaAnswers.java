package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What staff of AMA answer in its own forms. */
final class AmaAnswers {

    static final String COACH = "sthlm.coach1";
    static final String LEAD = "sthlm.projektledare1";
    static final String SOCIAL_WORKER = "sthlm.soc1";
    static final String CONSULTANT = "sthlm.konsulent1";

    private AmaAnswers() {}

    static Map<String, Object> referral(String identityNumber, LocalDate today) {
        return Answers.of(
                "hasIdentityNumber",
                "yes",
                "identityNumber",
                identityNumber,
                "firstName",
                "Anna",
                "lastName",
                "Ek" + Answers.MARKER,
                "municipality",
                "0180",
                "contact",
                "070-000 00 00 " + Answers.MARKER,
                "socialAssistance",
                true,
                "noBenefitGroundingIncome",
                true,
                "sickLeaveDegree",
                "100",
                "followsSwedish",
                true,
                "premiseAccepted",
                true,
                "onSupportSince",
                today.minusYears(6),
                "isolated",
                true,
                "obstacles",
                List.of("pain", "mental", "isolation"),
                "closeness",
                "far",
                "hopes",
                "feel-better",
                "reason",
                "Behöver samordnat stöd " + Answers.MARKER,
                "consentAuthorities",
                List.of("soc", "fk", "af"),
                "consentInformation",
                List.of("referral", "plan"),
                "consentUntil",
                today.plusYears(2),
                "consentManner",
                "written");
    }

    static Map<String, Object> appointed(String coach) {
        return Answers.of("decision", "take-up", "coach", coach, "complexity", "2");
    }

    static Map<String, Object> notTakenUp(String reason) {
        return Answers.of("decision", "refuse", "reason", reason, "recommendation", "Jobbtorgs stöd " + Answers.MARKER);
    }

    static Map<String, Object> booked(LocalDate day) {
        return Answers.of(
                "answer", "accepted", "talkDate", day, "talkTime", "10:00", "talkPlace", "Jobbtorg " + Answers.MARKER);
    }

    static Map<String, Object> takenIn(LocalDate today) {
        return Answers.of(
                "outcome",
                "held",
                "heldOn",
                today,
                "present",
                List.of("participant", "coach", "caseworker"),
                "result",
                "taken-in",
                "informed",
                List.of(
                        "professional-relation",
                        "voluntary",
                        "no-authority",
                        "no-attendance-duty",
                        "confidentiality",
                        "consent",
                        "records",
                        "exit"),
                "agreed",
                true,
                "expectation",
                "Vill må bättre " + Answers.MARKER,
                "enrolledOn",
                today);
    }

    /** Yes to a SIP meeting. */
    static Map<String, Object> sipWanted() {
        return Answers.of(
                "wanted",
                "yes",
                "purpose",
                "En gemensam plan " + Answers.MARKER,
                "wantedBy",
                "participant",
                "parties",
                List.of("fk", "primary-care"),
                "agreed",
                true);
    }

    static Map<String, Object> noSip(String reason) {
        return Answers.of("wanted", "no", "reason", reason, "note", "Vi har talat om det " + Answers.MARKER);
    }
}
