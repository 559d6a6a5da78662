package se.samsteg.conference;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;

/** Joint recommendations: where a referral leads that the conference does not admit. */
@Component
class Recommendations {

    private static final String ASSESSMENT = "conference-assessment";
    private static final String DOCUMENT = "conference-recommendation";

    private final Facts facts;
    private final Documents documents;

    Recommendations(Facts facts, Documents documents) {
        this.facts = facts;
        this.documents = documents;
    }

    /** Draws up the joint recommendation as a document in the case file. */
    void drawUp(String caseNumber) {
        Recommendation answer = answer(caseNumber);
        Map<String, @Nullable String> shown = new HashMap<>();
        shown.put("assessment", answer.assessment());
        shown.put("recommendation", Objects.requireNonNull(answer.recommendation()));
        shown.put("jointPlan", answer.jointPlan());
        documents.drawUp(caseNumber, DOCUMENT, shown);
    }

    /** As it shows to the caseworker. */
    @Nullable
    String text(String caseNumber) {
        return answer(caseNumber).recommendation();
    }

    /** The joint plan that goes with it; null if there is none. */
    @Nullable
    String jointPlan(String caseNumber) {
        return answer(caseNumber).jointPlan();
    }

    /** Records that the caseworker has read it. */
    void recordReceipt(DelegateTask task) {
        facts.record(task, Receipt.class);
    }

    @FactOf({"conference-assessment", "conference-duplicate"})
    private record Recommendation(
            String assessment,
            @Nullable String recommendation,
            @Nullable String jointPlan) {}

    /** As the conference gave it, or the lead for a referral that never came there. */
    private Recommendation answer(String caseNumber) {
        return facts.latest(caseNumber, ASSESSMENT, Recommendation.class)
                .or(() -> facts.latest(caseNumber, Duplicate.KIND, Recommendation.class))
                .orElseThrow();
    }
}
