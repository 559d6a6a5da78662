package se.samsteg.journey;

import java.time.LocalDate;
import java.util.Map;

/** What staff type about what others have promised. */
final class MeasureAnswers {

    private MeasureAnswers() {}

    private static String text(String what) {
        return what + " " + Answers.MARKER + ".";
    }

    static Map<String, Object> promise(String caseNumber, LocalDate until) {
        return Answers.of(
                "caseNumber",
                caseNumber,
                "kind",
                "other",
                "otherKind",
                text("Simskola"),
                "promised",
                text("En plats i vårens grupp"),
                "promisedBy",
                "other",
                "unit",
                text("Simklubben"),
                "promisedFor",
                until);
    }

    /** The region's psychologist, and later on something by Arbetsförmedlingen. */
    static Map<String, Object> planWithAPsychologist(LocalDate today, LocalDate psychologist, LocalDate later) {
        return Answers.with(
                Answers.plan(today, "workplace"),
                "step2Purpose",
                text("Må bättre"),
                "step2Measure",
                text("Samtal med psykolog"),
                "step2Responsible",
                "region",
                "step2Date",
                psychologist,
                "step3Purpose",
                text("Arbete"),
                "step3Measure",
                text("Utredning av arbetsförmåga"),
                "step3Responsible",
                "af",
                "step3Date",
                later);
    }

    /** An addition to what is said of a need or an assessment. */
    static Map<String, Object> andPromised(Map<String, Object> answers, LocalDate until) {
        return Answers.with(answers, "promised", text("Tid hos kurator"), "promisedBy", "region", "promisedFor", until);
    }

    private static Map<String, Object> asked(LocalDate today, String state) {
        return Answers.of(
                "contactedOn",
                today,
                "contactBy",
                "phone",
                "contactWith",
                text("Mottagningen"),
                "result",
                text("De ringer tillbaka"),
                "state",
                state);
    }

    static Map<String, Object> stillWaiting(LocalDate today, LocalDate promisedNow) {
        return Answers.with(asked(today, "waiting"), "newPromisedFor", promisedNow);
    }

    static Map<String, Object> done(LocalDate today) {
        return Answers.with(asked(today, "done"), "begunOn", today, "finishedOn", today);
    }

    static Map<String, Object> refused(LocalDate today) {
        return asked(today, "refused");
    }

    static Map<String, Object> raised() {
        return Answers.of(
                "done", text("Ringde chefen"),
                "agreedWith", text("Chefen på mottagningen"),
                "agreed", text("Svar inom två veckor"));
    }
}
