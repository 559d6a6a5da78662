package se.samsteg.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff type in the stories, form by form. Every free text holds {@link #MARKER}, a word that may stand in the
 * domain tables and nowhere else.
 */
final class Answers {

    static final String MARKER = "blåklintsäng";

    private Answers() {}

    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answers.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return answers;
    }

    /** The same answers with some changed; a null leaves one out. */
    static Map<String, Object> with(Map<String, Object> answers, Object... keysAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(answers);
        of(keysAndValues).forEach((key, value) -> {
            if (value == null) {
                changed.remove(key);
            } else {
                changed.put(key, value);
            }
        });
        return changed;
    }

    static String text(String what) {
        return what + " " + MARKER + ".";
    }

    static Map<String, Object> referral(String identityNumber, LocalDate today) {
        return of(
                "hasIdentityNumber",
                "yes",
                "identityNumber",
                identityNumber,
                "firstName",
                "Anna",
                "lastName",
                "Ek" + MARKER,
                "sex",
                "woman",
                "municipality",
                "0127",
                "contact",
                "070-000 00 00 " + MARKER,
                "authorities",
                List.of("af", "fk"),
                "longLastingHealthProblems",
                true,
                "noFootholdOnLabourMarket",
                true,
                "childrenToSupport",
                false,
                "reason",
                text("Behöver samordnat stöd"),
                "background",
                text("Lång tid utan arbete"),
                "health",
                text("Värk och oro"),
                "livelihoodSources",
                List.of("sickness-benefit"),
                "onSupportSince",
                today.minusYears(3),
                "sickLeaveDegree",
                "100",
                "consentAuthorities",
                List.of("af", "fk", "soc", "region"),
                "consentInformation",
                List.of("referral", "plan"),
                "consentUntil",
                today.plusYears(2),
                "consentManner",
                "written");
    }

    static Map<String, Object> admit(String coach) {
        return of(
                "assessment",
                text("Behöver samordning"),
                "criteriaConfirmed",
                "yes",
                "decision",
                "admit",
                "coach",
                coach,
                "complexity",
                "2",
                "ceilingReason",
                text("Kollegan är sjuk"),
                "preliminaryPlan",
                text("Börja i grupp"));
    }

    static Map<String, Object> recommend() {
        return of(
                "assessment",
                text("Behöver vård först"),
                "criteriaConfirmed",
                "yes",
                "decision",
                "recommend",
                "notTakenInReason",
                "care-first",
                "recommendation",
                text("Kontakt med vårdcentral"),
                "jointPlan",
                text("Vårdcentralen ringer"));
    }

    /** A person who says no to the place. */
    static Map<String, Object> declined(LocalDate today, String reason) {
        return with(
                summons(today),
                "answer",
                "declined",
                "enrolmentDate",
                null,
                "enrolmentTime",
                null,
                "notTakenInReason",
                reason,
                "recommendation",
                text("Stöd hos vårdcentralen"));
    }

    static Map<String, Object> askForCompletion() {
        return of(
                "assessment",
                text("Underlaget räcker inte"),
                "criteriaConfirmed",
                "yes",
                "decision",
                "complete",
                "missing",
                text("Läkarutlåtande"));
    }

    static Map<String, Object> completion() {
        return of("completion", text("Läkarutlåtandet är hämtat"));
    }

    static Map<String, Object> summons(LocalDate enrolment) {
        return of(
                "letterText",
                text("Välkommen"),
                "answer",
                "accepted",
                "enrolmentDate",
                enrolment,
                "enrolmentTime",
                "10:00");
    }

    static Map<String, Object> enrolment(LocalDate today) {
        return of(
                "outcome",
                "held",
                "heldOn",
                today,
                "present",
                List.of("participant", "coach"),
                "informed",
                List.of(
                        "professional-relation",
                        "voluntary",
                        "confidentiality",
                        "consent",
                        "absence",
                        "records",
                        "exit"),
                "expectation",
                text("Vill må bättre"));
    }

    static Map<String, Object> mapping() {
        return of(
                "housing", text("Bor bra"),
                "health", text("Sover dåligt"),
                "livelihoodSources", List.of("sickness-benefit"),
                "monthsOnSupport", 36,
                "education", "upper-secondary",
                "obstacles", List.of("pain", "isolation"),
                "carePlanning", "unclear",
                "restrictedNote", text("Känsligt"),
                "concernReportConsidered", true);
    }

    static Map<String, Object> baseline() {
        return with(
                scales(3),
                "selfRatedHealth",
                "poor",
                "occupation",
                "working",
                "workPercent",
                25,
                "sickLeaveDegree",
                "75");
    }

    /** One is not answered, one has not been asked. */
    private static Map<String, Object> scales(int value) {
        return of(
                "physicalHealth", "" + value,
                "mentalHealth", "" + value,
                "motivation", "" + value,
                "structure", "" + value,
                "selfEsteem", "declined",
                "readiness", "" + value);
    }

    static Map<String, Object> plan(LocalDate today, String nextStep) {
        return of(
                "ownGoal", text("Jag vill arbeta i trädgård"),
                "step1Purpose", text("Bli starkare"),
                "step1Measure", text("Promenader"),
                "step1Responsible", "participant",
                "step1Date", today.plusMonths(2),
                "workForm", "individual",
                "nextStep", nextStep,
                "talkIntervalWeeks", 2,
                "exitPlan", text("Till arbete efter praktik"),
                "aftercare", text("Kontakt en tid"),
                "agreedOn", today);
    }

    /** The answers with some of the rows of a plan filled in, each for the coach to do. */
    static Map<String, Object> withSteps(Map<String, Object> answers, LocalDate until, int from, int to) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        for (int n = from; n <= to; n++) {
            all.put("step" + n + "Purpose", text("Komma vidare"));
            all.put("step" + n + "Measure", text("Promenader"));
            all.put("step" + n + "Responsible", "coach");
            all.put("step" + n + "Date", until);
        }
        return all;
    }

    /** Group and occupational therapist before work. */
    static Map<String, Object> planWithAGroup(LocalDate today, String groupType) {
        return with(plan(today, "prerehab"), "workForm", "both", "wantedGroup", groupType, "wantsAssessment", true);
    }

    static Map<String, Object> group(String type, LocalDate firstDay, List<String> weekdays) {
        return of(
                "type",
                type,
                "womenOnly",
                false,
                "place",
                text("Folkets hus"),
                "firstDay",
                firstDay,
                "startTime",
                "08:30",
                "weekdays",
                weekdays,
                "planned",
                10,
                "maximum",
                12);
    }

    /** @param attendance by seat; null for who is not recorded */
    static Map<String, Object> sessionHeld(@Nullable String... attendance) {
        Map<String, Object> answers = of("outcome", "held", "guest", text("Dietist"), "note", text("Bra stämning"));
        if (attendance.length > 0) {
            answers.put("rollCall", rollCall(attendance));
        }
        return answers;
    }

    /** @param attendance by seat; null for who is not recorded */
    static List<Map<String, Object>> rollCall(@Nullable String... attendance) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String answer : attendance) {
            rows.add(answer == null ? of("seat", rows.size() + 1) : of("seat", rows.size() + 1, "attendance", answer));
        }
        return rows;
    }

    static Map<String, Object> sessionMoved(LocalDate to) {
        return of("outcome", "moved", "movedTo", to, "note", text("Lokalen är upptagen"));
    }

    static Map<String, Object> sessionCancelled() {
        return of("outcome", "cancelled", "note", text("Ledaren är sjuk"));
    }

    static Map<String, Object> individualNeed() {
        return of("need", text("Sömnen"), "decision", "talk", "agreed", text("Samtal nästa vecka"));
    }

    static Map<String, Object> assessmentBooking(LocalDate day) {
        return of("day", day, "time", "13:15", "place", text("Vårdcentralen"), "dayOffMeant", true);
    }

    static Map<String, Object> supportAssessment(LocalDate today) {
        return of(
                "outcome",
                "held",
                "assessedOn",
                today,
                "supportNeeded",
                "yes",
                "supportMeasures",
                text("Lugn plats"),
                "cognitiveDifficulties",
                "yes",
                "cognitiveNote",
                text("Minnet"),
                "aidsNeeded",
                "yes",
                "aids",
                text("Klocka"),
                "recommendations",
                text("Korta pass"));
    }

    static Map<String, Object> groupEvaluated() {
        return of("worked", text("Gemenskapen"), "improve", text("Längre pauser"));
    }

    /** Of a participant: leave-queue or leave-group. */
    static Map<String, Object> participation(String caseNumber, String change) {
        return of("caseNumber", caseNumber, "change", change, "reason", text("Vill hellre ha praktik"));
    }

    /** Of a participant: join or move. */
    static Map<String, Object> participation(String caseNumber, String change, String group) {
        return with(participation(caseNumber, change), "groupNumber", group);
    }

    /** Of a group: cancel or fill. */
    static Map<String, Object> regrouping(String group, String change) {
        return of("groupNumber", group, "change", change, "reason", text("För få"));
    }

    static Map<String, Object> groupGave(String next) {
        return of("gave", text("Vänner"), "ownWords", text("Roligt"), "next", next);
    }

    static Map<String, Object> interruption(String caseNumber, String ground) {
        return of("caseNumber", caseNumber, "ground", ground, "explanation", text("Så blev det"));
    }

    /** An alert that the lead looks at again on a day. */
    static Map<String, Object> handled(LocalDate again) {
        return of(
                "finding",
                text("Ingen tid"),
                "measure",
                "done-now",
                "agreement",
                text("Görs i dag"),
                "checkAgainOn",
                again);
    }

    static Map<String, Object> talk(LocalDate nextTalk) {
        return with(
                scales(5),
                "measured",
                true,
                "outcome",
                "held",
                "commitmentsKept",
                "yes",
                "note",
                text("Bra samtal"),
                "nextTalk",
                nextTalk,
                "beginExit",
                false);
    }

    /** The talk with three promises of others. */
    static Map<String, Object> withPromises(Map<String, Object> talk, LocalDate until) {
        Map<String, Object> all = new LinkedHashMap<>(talk);
        for (int n = 1; n <= 3; n++) {
            all.put("promise" + n + "What", text("Budgetrådgivning"));
            all.put("promise" + n + "By", "soc");
            all.put("promise" + n + "Date", until);
        }
        return all;
    }

    /** The answers with a row for each recommendation from the fourth to the twelfth. */
    static Map<String, Object> toEach(Map<String, Object> answers, String key, Object answer) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        for (int n = 4; n <= 12; n++) {
            all.put(key + n, answer);
        }
        return all;
    }

    static Map<String, Object> lastTalk() {
        return with(talk(LocalDate.EPOCH), "nextTalk", null, "beginExit", true, "exitReason", text("Planen är klar"));
    }

    static Map<String, Object> match() {
        return of(
                "interest",
                text("Trädgård"),
                "matchResult",
                "matched",
                "employer",
                "new",
                "newEmployer",
                text("Plantskolan"),
                "contactName",
                text("Eva"),
                "foundByParticipant",
                true);
    }

    static Map<String, Object> introduction(LocalDate today) {
        return of(
                "employer",
                text("Plantskolan"),
                "supervisor",
                text("Kim"),
                "type",
                "practice",
                "outcome",
                "held",
                "extentPercent",
                50,
                "startsOn",
                today,
                "endsOn",
                today.plusMonths(3));
    }

    static Map<String, Object> jobOffered() {
        return of(
                "outcome",
                "held",
                "observation",
                text("Går mycket bra"),
                "placementResult",
                "job-offered",
                "jobOffer",
                text("Tillsvidare"));
    }

    static Map<String, Object> placementContinues() {
        return of("outcome", "held", "observation", text("Går bra"), "placementResult", "continues");
    }

    static Map<String, Object> placementEnded(LocalDate lastDay) {
        return of(
                "outcome",
                "held",
                "observation",
                text("Orkade inte"),
                "placementResult",
                "ended",
                "endedOn",
                lastDay,
                "endReason",
                "health",
                "afterPlacement",
                "next-step");
    }

    static Map<String, Object> nextStep(String step, LocalDate bookedOn) {
        Map<String, Object> answers = of("result", text("Klarade steget"), "nextStep", step, "reason", text("Redo"));
        return step.equals("exit") ? answers : with(answers, "bookedActivity", text("Besök"), "bookedOn", bookedOn);
    }

    static Map<String, Object> backToAGroup(LocalDate bookedOn) {
        return with(nextStep("prerehab", bookedOn), "wantedGroup", "halsogrupp");
    }

    static Map<String, Object> exitMeasurement() {
        return with(
                scales(7),
                "measured",
                "yes",
                "selfRatedHealth",
                "good",
                "sickLeaveDegree",
                "0",
                "healthSinceStart",
                "better",
                "selfSupportSinceStart",
                "same");
    }

    static Map<String, Object> notMeasured() {
        return of("measured", "no", "missingReason", "unreachable", "sickLeaveDegree", "unknown");
    }

    static Map<String, Object> outcome(String ground, String mainOutcome, LocalDate exitOn) {
        Map<String, Object> answers = of(
                "ground",
                ground,
                "mainOutcome",
                mainOutcome,
                "occupation",
                "other",
                "livelihoodSources",
                List.of("salary", "sickness-benefit"),
                "destination",
                text("Ny vardag"),
                "exitOn",
                exitOn);
        return mainOutcome.endsWith("-work") && !mainOutcome.startsWith("work")
                ? with(answers, "lasting", "yes")
                : with(answers, "continuation", "authority-plan", "continuationNote", text("Ny plan"));
    }

    static Map<String, Object> referralBack() {
        return of(
                "shortForm", false,
                "purpose", text("Närma sig arbete"),
                "measures", text("Coachning"),
                "result", text("Bättre hälsa"),
                "recommendation1", text("Fortsatt stöd"),
                "healthProfile", text("Mår bättre"),
                "careNeed", text("Sjukgymnastik"),
                "careNeedMet", text("Via vårdcentralen"));
    }

    static Map<String, Object> shortReferralBack() {
        return with(referralBack(), "shortForm", true, "healthProfile", null, "careNeed", null, "careNeedMet", null);
    }

    static Map<String, Object> approve() {
        return of("decision", "approve");
    }

    static Map<String, Object> receipt() {
        return of(
                "read",
                "yes",
                "programmeUnit",
                "other",
                "receivingUnit",
                text("Enheten"),
                "accepted",
                "yes",
                "contact",
                text("Robin"));
    }

    static Map<String, Object> notReceived() {
        return of(
                "read",
                "yes",
                "programmeUnit",
                "other",
                "receivingUnit",
                text("Enheten"),
                "accepted",
                "no",
                "comment",
                text("Fel enhet"));
    }

    static Map<String, Object> otherReceiver() {
        return of("found", "yes", "programmeUnit", "other", "unit", text("Grannenheten"), "contact", text("Kim"));
    }

    static Map<String, Object> met(LocalDate day) {
        return of("held", "yes", "heldOn", day, "tookPart", text("Vi tre"), "agreed", text("Robin ringer"));
    }

    static Map<String, Object> firstFollowUp() {
        return of(
                "reached",
                "yes",
                "situation",
                "as-planned",
                "occupation",
                "working",
                "livelihoodSources",
                List.of("salary"),
                "note",
                text("Trivs"));
    }

    static Map<String, Object> answersToRecommendations() {
        return of("answer1", "followed", "comment1", text("Beslutat"));
    }

    static Map<String, Object> contact() {
        return of("reached", "yes", "situation", "as-planned", "note", text("Trivs"));
    }

    static Map<String, Object> afterOneYear() {
        return with(
                scales(8),
                "reached",
                "yes",
                "contactBy",
                "phone",
                "occupation",
                "working",
                "workPercent",
                50,
                "livelihoodSources",
                List.of("salary", "sickness-benefit"),
                "sickLeaveDegree",
                "50",
                "selfRatedHealth",
                "good",
                "healthSinceExit",
                "better",
                "became1",
                "followed",
                "note",
                text("Arbetar kvar"));
    }

    static Map<String, Object> notReached() {
        return of("reached", "no", "contactBy", "phone", "note", text("Svarar inte"));
    }
}
