package se.samsteg.absence;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What counts of a case in words for the coach: days, kinds of meeting and counts only. */
@Component
class CountText {

    private final NoShows noShows;

    CountText(NoShows noShows) {
        this.noShows = noShows;
    }

    /** How many no-shows count, of which days, and when and why the count last began anew. */
    String of(String caseNumber) {
        List<NoShows.Counting> counting = noShows.counting(caseNumber);
        String days = counting.isEmpty()
                ? "Inga uteblivanden räknas nu."
                : "%d %s sedan %s: %s."
                        .formatted(
                                counting.size(),
                                counting.size() == 1 ? "uteblivande" : "uteblivanden",
                                counting.get(0).missedOn(),
                                counting.stream().map(NoShows.Counting::text).collect(Collectors.joining(", ")));
        return days + "\n"
                + noShows.lastReset(caseNumber)
                        .map(reset -> "Räkningen började om %s, %s.".formatted(reset.settledOn(), why(reset)))
                        .orElse("Räkningen har inte börjat om tidigare.");
    }

    private static String why(NoShows.Reset reset) {
        if (Decision.INQUIRY.is(reset.settlement())) {
            return "när myndigheten började en utredning";
        }
        return Decision.CONTINUE.is(reset.settlement())
                ? "när det bestämdes att deltagandet fortsätter"
                : "när deltagaren kom tillbaka";
    }
}
