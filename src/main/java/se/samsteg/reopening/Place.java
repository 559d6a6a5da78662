package se.samsteg.reopening;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where a case goes on that is opened again: where it was, but on the ladder always with the decision on the next step. */
enum Place {
    INSATS(
            true,
            "Ärendet öppnas under samma nummer, uppföljningen upphör, och utslussningen räknas inte längre. Coachen "
                    + "beslutar nästa steg. Finns ingen ledig plats står ärendet först i kön.",
            "callActivity_coaching",
            "userTask_decideNextStep"),
    PLANNING(
            true,
            "Det som anmäldes tas tillbaka, och kartläggningen görs om. Finns ingen ledig plats står ärendet först i kön.",
            "callActivity_planning"),
    INTAKE(
            false,
            "Det som anmäldes tas tillbaka, och en coach utses på nytt inför trepartssamtalet.",
            "callActivity_intake"),
    ADMISSION(false, "Det som anmäldes tas tillbaka, och ärendet söker en plats på nytt.", "callActivity_admission"),
    CONFERENCE(
            false,
            "Det som anmäldes tas tillbaka, och remissen bedöms på nästa utökade möte.",
            "callActivity_conference"),
    REFERRAL(false, "Det som anmäldes tas tillbaka, och remissen prövas på nytt.", "callActivity_referral"),
    FOLLOWUP(false, "Det som anmäldes tas tillbaka, och uppföljningen fortsätter. Ärendet är avslutat som förut.");

    private static final Set<String> ON_THE_LADDER = Set.of("coaching", "exit");
    private static final String RESPONSE = "response";

    private final boolean needsPlace;
    private final String consequence;
    private final List<String> activities;

    Place(boolean needsPlace, String consequence, String... activities) {
        this.needsPlace = needsPlace;
        this.consequence = consequence;
        this.activities = List.of(activities);
    }

    /**
     * Where a case was whose processes were ended. The follow-up begins when a case is closed; the answers to an återremiss
     * may be waited for before and long after.
     *
     * @param ended keys of the processes that ran
     */
    static Place of(Set<String> ended) {
        if (ended.contains(FOLLOWUP.key())) {
            return FOLLOWUP;
        }
        if (ended.stream().anyMatch(ON_THE_LADDER::contains)) {
            return INSATS;
        }
        return Stream.of(PLANNING, INTAKE, ADMISSION, CONFERENCE, REFERRAL)
                .filter(place -> ended.contains(place.key()))
                .findFirst()
                .orElse(ended.contains(RESPONSE) ? FOLLOWUP : INSATS);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsPlace() {
        return needsPlace;
    }

    /** What is said to the one who opens the case. */
    String consequence() {
        return consequence;
    }

    /** Elements of the programme's model; none where the follow-up goes on. */
    List<String> activities() {
        return activities;
    }

    /** Whether the case is open again. */
    boolean opens() {
        return this != FOLLOWUP;
    }
}
