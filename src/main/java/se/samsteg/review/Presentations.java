package se.samsteg.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Attendances;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;

/** What coaches lay before a unit: of each participant a process of its own, and what was prepared for it. */
@Component
class Presentations {

    private final CaseFiles cases;
    private final Reviews reviews;
    private final Facts facts;
    private final Seen seen;
    private final UnitSharing sharing;
    private final Attendances attendances;
    private final RuntimeService runtime;

    Presentations(
            CaseFiles cases,
            Reviews reviews,
            Facts facts,
            Seen seen,
            UnitSharing sharing,
            Attendances attendances,
            @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.reviews = reviews;
        this.facts = facts;
        this.seen = seen;
        this.sharing = sharing;
        this.attendances = attendances;
        this.runtime = runtime;
    }

    /** Asks the coach of each participant to prepare the review. */
    void open(UUID review, List<String> caseNumbers) {
        caseNumbers.forEach(caseNumber -> runtime.createMessageCorrelation("review.opened")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable("reviewId", review.toString())
                .correlateStartMessage());
    }

    /** Tells what waits for the review that it is over, and whether its caseworker has something to read. */
    void close(UUID review, boolean held) {
        for (Reviews.Participant one : reviews.participants(review)) {
            boolean toRead = held
                    && one.preparation() != null
                    && !Boolean.TRUE.equals(one.tookPart())
                    && sharing.whyNumberOnly(one.caseNumber()) == null;
            over(review, one.caseNumber(), toRead);
        }
    }

    /** Ends what waits for the review, of a participant who is not in it any more. */
    void leave(UUID review, String caseNumber) {
        over(review, caseNumber, false);
    }

    private void over(UUID review, String caseNumber, boolean toRead) {
        runtime.createMessageCorrelation("review.over")
                .processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("reviewId", review.toString())
                .setVariable("toRead", toRead)
                .correlateAll();
    }

    /** What was seen since the last review, by the keys of the form; nothing of what the unit may not be shown. */
    Map<String, Object> drawnUp(String caseNumber) {
        LocalDate since = since(caseNumber);
        Map<String, Object> drawn = new HashMap<>();
        if (sharing.may(caseNumber, Information.HEALTH)) {
            put(drawn, "seenHealth", seen.scales(caseNumber, since));
        }
        put(drawn, "seenPlan", seen.plan(caseNumber, since));
        put(drawn, "seenAttendance", attendances.sharedSince(cases.get(caseNumber), since));
        return drawn;
    }

    private static void put(Map<String, Object> drawn, String key, String lines) {
        if (!lines.isEmpty()) {
            drawn.put(key, lines);
        }
    }

    private LocalDate since(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return reviews.lastHeld(caseNumber)
                .orElseGet(() -> file.enrolledOn() == null ? file.openedOn() : file.enrolledOn());
    }

    /** The next step of the review before; null before the first one. */
    @Nullable
    String lastStep(String caseNumber) {
        return facts.latest(caseNumber, Preparation.class)
                .map(Preparation::next)
                .orElse(null);
    }

    /** What the coach has prepared has become a fact of the case: it belongs to the review. */
    void prepared(UUID review, String caseNumber) {
        List<Facts.Entry<Preparation>> all = facts.all(caseNumber, Preparation.class);
        reviews.prepared(review, caseNumber, all.get(all.size() - 1).id());
    }

    /** What was prepared of a participant, as it stands now; empty if nothing was. */
    Optional<Preparation> of(Reviews.Participant participant) {
        return facts.all(participant.caseNumber(), Preparation.class).stream()
                .filter(fact -> fact.id().equals(participant.preparation()))
                .map(Facts.Entry::content)
                .findFirst();
    }
}
