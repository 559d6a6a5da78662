package se.samsteg.exit;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;

/** The återremisser: drafted from what happened, written, sent back or approved, drawn up as a document. */
@Component
class ReferralsBack {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Facts facts;
    private final Journey journey;
    private final CaseFiles cases;
    private final Documents documents;
    private final Outcomes outcomes;

    ReferralsBack(Facts facts, Journey journey, CaseFiles cases, Documents documents, Outcomes outcomes) {
        this.facts = facts;
        this.journey = journey;
        this.cases = cases;
        this.documents = documents;
        this.outcomes = outcomes;
    }

    @FactOf("exit-approval")
    record SentBack(@Nullable String changeRequest) {}

    /**
     * A first draft from the case's facts, or the sent back text with what the lead wants changed.
     *
     * @return texts by the form's keys
     */
    Map<String, Object> draft(String caseNumber) {
        var written = facts.ofExit(caseNumber, Written.class);
        Map<String, Object> draft = new HashMap<>();
        if (written.isPresent()) {
            draft.putAll(written.get().texts());
            draft.put("shortForm", Boolean.TRUE.equals(written.get().shortForm()));
            facts.ofExit(caseNumber, SentBack.class)
                    .map(SentBack::changeRequest)
                    .ifPresent(changes -> draft.put("changeRequest", changes));
        } else {
            draft.putAll(journey.draft(caseNumber));
            draft.put("shortForm", !outcomes.main(caseNumber).continues());
        }
        return draft;
    }

    /** @throws se.samsteg.form.Refused if something is missing or the short form does not fit the outcome */
    void record(DelegateTask task) {
        facts.record(task, ReferralBack.class).about(outcomes.main((String) task.getVariable("caseNumber")));
    }

    Written written(String caseNumber) {
        return facts.ofExit(caseNumber, Written.class).orElseThrow();
    }

    /** An approved återremiss becomes a document of the case, in the words that were approved. */
    void decide(DelegateTask task) {
        if (facts.record(task, Approval.class).approved()) {
            drawUp((String) task.getVariable("caseNumber"));
        }
    }

    private void drawUp(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Outcomes.Recorded outcome = outcomes.of(caseNumber);
        Written written = written(caseNumber);
        Map<String, @Nullable Object> model = new HashMap<>(written.texts());
        model.put("moreRecommendations", written.moreRecommendations());
        model.put("outcome", outcomes.main(caseNumber).name());
        model.put("from", file.enrolledOn() == null ? null : DAY.format(file.enrolledOn()));
        model.put("to", DAY.format(outcome.exitOn()));
        documents.drawUpFor(file.authority(), caseNumber, "referral-back", model);
    }
}
