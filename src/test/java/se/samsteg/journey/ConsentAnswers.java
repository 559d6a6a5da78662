package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is typed when consent is given, renewed and taken back. */
final class ConsentAnswers {

    private ConsentAnswers() {}

    static Map<String, Object> withdrawal(String caseNumber, String authority, String... information) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "authorities",
                List.of(authority),
                "information",
                List.of(information),
                "note",
                "Vill inte längre " + Answers.MARKER);
    }

    static Map<String, Object> consents(String caseNumber, LocalDate until, String... authorities) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "authorities",
                List.of(authorities),
                "information",
                List.of("referral", "plan"),
                "until",
                until,
                "manner",
                "oral");
    }

    static Map<String, Object> renewed(LocalDate until) {
        return Answers.of("answer", "renewed", "until", until, "manner", "oral");
    }

    static Map<String, Object> declined() {
        return Answers.of("answer", "declined");
    }
}
