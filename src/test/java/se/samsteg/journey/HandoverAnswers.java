package se.samsteg.journey;

import java.util.Map;

/** What is typed when cases go from one member of staff to another. */
final class HandoverAnswers {

    private HandoverAnswers() {}

    static Map<String, Object> quits(String user) {
        return Answers.of("fromUser", user, "why", "quits", "explanation", "Nytt arbete " + Answers.MARKER);
    }

    /** Everything that is ticked. */
    static Map<String, Object> allTo(String user) {
        return Answers.of(
                "decision", "hand-over", "toUser", user, "ceilingReason", "Kollegan går ner i tid " + Answers.MARKER);
    }

    static Map<String, Object> note() {
        return Answers.of(
                "agreed",
                "Vill helst talas vid på förmiddagen " + Answers.MARKER,
                "urgent",
                "Ring om sjukintyget " + Answers.MARKER,
                "appointments",
                "Vårdcentralen på fredag " + Answers.MARKER);
    }
}
