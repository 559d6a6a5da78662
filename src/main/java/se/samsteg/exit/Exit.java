package se.samsteg.exit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Numbered;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The way out: measurement, outcome, återremiss, and what the referring authority does with it. */
@Phase("exit")
public class Exit {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Facts facts;
    private final FormTexts texts;
    private final Journey journey;
    private final CaseFiles cases;
    private final CasePhase casefile;
    private final Documents documents;
    private final Programmes programmes;
    private final Programme programme;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Exit(
            Facts facts,
            FormTexts texts,
            Journey journey,
            CaseFiles cases,
            CasePhase casefile,
            Documents documents,
            Programmes programmes,
            Programme programme,
            Clock clock,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.texts = texts;
        this.journey = journey;
        this.cases = cases;
        this.casefile = casefile;
        this.documents = documents;
        this.programmes = programmes;
        this.programme = programme;
        this.clock = clock;
        this.events = events;
    }

    /** A recorded outcome, read without today's rules. */
    @FactOf("exit-outcome")
    record Recorded(String mainOutcome, LocalDate exitOn) {}

    /** A recorded återremiss, read without today's rules. */
    @FactOf("exit-referral-back")
    record Written(
            @Nullable Boolean shortForm,
            @Nullable String purpose,
            @Nullable String measures,
            @Nullable String result,
            @Numbered List<ReferralBack.Recommendation> recommendations,
            @Nullable String healthProfile,
            @Nullable String careNeed,
            @Nullable String careNeedMet) {

        /** The texts there are, by the keys of the forms that show them. */
        Map<String, String> texts() {
            Map<String, String> texts = recommendationTexts();
            put(texts, "purpose", purpose);
            put(texts, "measures", measures);
            put(texts, "result", result);
            put(texts, "healthProfile", healthProfile);
            put(texts, "careNeed", careNeed);
            put(texts, "careNeedMet", careNeedMet);
            return texts;
        }

        Map<String, String> recommendationTexts() {
            return recommendations.stream()
                    .collect(Collectors.toMap(
                            one -> "recommendation" + one.number(), ReferralBack.Recommendation::recommendation));
        }

        private static void put(Map<String, String> texts, String key, @Nullable String text) {
            if (text != null) {
                texts.put(key, text);
            }
        }
    }

    @FactOf("exit-approval")
    record SentBack(@Nullable String changeRequest) {}

    public void recordMeasurement(DelegateTask task) {
        facts.record(task, Measurement.class);
    }

    /**
     * The exit ground where participation was discontinued; null where the coach decides it.
     *
     * @param execution may hold {@code ground} as the interruption or repeated no-shows give it
     */
    public @Nullable String ground(DelegateExecution execution) {
        return discontinued(execution).map(Settings.Discontinuation::exitGround).orElse(null);
    }

    /** The main outcome that goes with a discontinued participation; null where the coach decides it. */
    public @Nullable String mainOutcome(DelegateExecution execution) {
        return discontinued(execution)
                .map(Settings.Discontinuation::mainOutcome)
                .orElse(null);
    }

    private Optional<Settings.Discontinuation> discontinued(DelegateExecution execution) {
        return Optional.ofNullable((String) execution.getVariable("ground"))
                .flatMap(programmes
                        .of((String) execution.getVariable("caseNumber"))
                        .interruption()::ground);
    }

    /** @throws se.samsteg.form.Refused if the outcome is against a rule of the programme */
    public void recordOutcome(DelegateTask task) {
        String caseNumber = caseNumber(task);
        facts.record(task, Outcome.class)
                .recordedOn(
                        LocalDate.now(clock),
                        cases.get(caseNumber).enrolledOn(),
                        programmes.of(caseNumber).exit());
    }

    /** @param exitOn ISO date; one that has passed is due at once */
    public Date exitDay(String exitOn) {
        return programme.morning(LocalDate.parse(exitOn));
    }

    /**
     * A first draft from the case's facts, or the sent back text with what the lead wants changed.
     *
     * @return texts by the form's keys
     */
    public Map<String, Object> draft(String caseNumber) {
        var written = facts.latest(caseNumber, Written.class);
        Map<String, Object> draft = new HashMap<>();
        if (written.isPresent()) {
            draft.putAll(written.get().texts());
            draft.put("shortForm", Boolean.TRUE.equals(written.get().shortForm()));
            facts.latest(caseNumber, SentBack.class)
                    .map(SentBack::changeRequest)
                    .ifPresent(changes -> draft.put("changeRequest", changes));
        } else {
            draft.putAll(journey.draft(caseNumber));
            draft.put("shortForm", !main(caseNumber).continues());
        }
        return draft;
    }

    /** @throws se.samsteg.form.Refused if something is missing or the short form does not fit the outcome */
    public void recordReferralBack(DelegateTask task) {
        facts.record(task, ReferralBack.class).about(main(caseNumber(task)));
    }

    /** The written text by the form's keys, for the task in which it is approved. */
    public Map<String, String> text(String caseNumber) {
        return written(caseNumber).texts();
    }

    /** An approved återremiss becomes a document of the case, in the words that were approved. */
    public void recordApproval(DelegateTask task) {
        if (facts.record(task, Approval.class).approved()) {
            drawUp(caseNumber(task));
        }
    }

    void drawUp(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Recorded outcome = outcome(caseNumber);
        Map<String, @Nullable Object> model = new HashMap<>(written(caseNumber).texts());
        model.put("outcome", texts.get("exit-outcome").option("mainOutcome", outcome.mainOutcome()));
        model.put("from", file.enrolledOn() == null ? null : DAY.format(file.enrolledOn()));
        model.put("to", DAY.format(outcome.exitOn()));
        documents.drawUp(caseNumber, "referral-back", model);
    }

    /** Closes the case file on the exit date, which may have passed. */
    public void closeCase(String caseNumber) {
        casefile.close(caseNumber, outcome(caseNumber).exitOn());
        events.publishEvent(new CaseClosed(caseNumber));
    }

    /** @throws se.samsteg.form.Refused if no contact person is named at the receiving unit */
    public void recordReceipt(DelegateTask task) {
        facts.record(task, Receipt.class);
    }

    /** When every recommendation should have an answer, counted from the exit date. */
    public Date answersDue(String caseNumber) {
        return programme.morning(outcome(caseNumber)
                .exitOn()
                .plus(programmes.of(caseNumber).exit().answerWithin()));
    }

    /** When the caseworker is reminded of the answers, counted from the exit date. */
    public Date answersReminder(String caseNumber) {
        return programme.morning(outcome(caseNumber)
                .exitOn()
                .plus(programmes.of(caseNumber).exit().answerReminderAfter()));
    }

    /** The recommendations by the form's keys, for the task in which they are answered. */
    public Map<String, String> recommendations(String caseNumber) {
        return written(caseNumber).recommendationTexts();
    }

    /** @throws se.samsteg.form.Refused if a recommendation has no answer */
    public void recordAnswers(DelegateTask task) {
        facts.record(task, Answers.class)
                .to(written(caseNumber(task)).recommendations().size());
    }

    private Recorded outcome(String caseNumber) {
        return facts.latest(caseNumber, Recorded.class).orElseThrow();
    }

    private Settings.MainOutcome main(String caseNumber) {
        return programmes.of(caseNumber).exit().mainOutcome(outcome(caseNumber).mainOutcome());
    }

    private Written written(String caseNumber) {
        return facts.latest(caseNumber, Written.class).orElseThrow();
    }

    private static String caseNumber(DelegateTask task) {
        return (String) task.getVariable("caseNumber");
    }
}
