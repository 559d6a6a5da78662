package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Coaches;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.consent.ConsentWithdrawn;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.meeting.CaseAgenda;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.renewal.ConsentChanged;

/** One referral's way through the conference: onto an agenda, assessed, and on with a plan or a recommendation. */
@Phase("conference")
public class Conference {

    private static final String ASSESSMENT = "conference-assessment";
    private static final String RECOMMENDATION = "conference-recommendation";

    private final CaseAgenda agenda;
    private final OpenTasks openTasks;
    private final Assessors assessors;
    private final Duplicates duplicates;
    private final Coaches coaches;
    private final CaseFiles cases;
    private final Persons persons;
    private final Facts facts;
    private final Referrals referrals;
    private final Documents documents;
    private final Programme programme;
    private final Programmes programmes;
    private final Clock clock;

    Conference(
            CaseAgenda agenda,
            OpenTasks openTasks,
            Assessors assessors,
            Duplicates duplicates,
            Coaches coaches,
            CaseFiles cases,
            Persons persons,
            Facts facts,
            Referrals referrals,
            Documents documents,
            Programme programme,
            Programmes programmes,
            Clock clock) {
        this.agenda = agenda;
        this.openTasks = openTasks;
        this.assessors = assessors;
        this.duplicates = duplicates;
        this.coaches = coaches;
        this.cases = cases;
        this.persons = persons;
        this.facts = facts;
        this.referrals = referrals;
        this.documents = documents;
        this.programme = programme;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Puts the case on the agenda of the next sitting from tomorrow on; what comes there is no duplicate. */
    public void putOnAgenda(String caseNumber) {
        cases.markDuplicate(caseNumber, false);
        agenda.put(caseNumber, programmes.of(caseNumber));
    }

    /** Whether the person is known in a way that the lead has to look at before the conference does. */
    public boolean needsReview(String caseNumber) {
        return duplicates.needReview(caseNumber);
    }

    /** What is known of a person who was referred though known: open case, consent, protected identity. */
    public String known(String caseNumber) {
        return duplicates.known(caseNumber);
    }

    /** What such a referral says, as a note for the coach of the open case. */
    public String note(String caseNumber) {
        return duplicates.note(caseNumber);
    }

    /** The day of the sitting that would assess it otherwise: ISO date. */
    public String nextSitting(String caseNumber) {
        return duplicates.sittingDay(caseNumber).toString();
    }

    /** The morning of that day. */
    public Date nextSittingDay(String caseNumber) {
        return programme.morning(duplicates.sittingDay(caseNumber));
    }

    /**
     * When the lead is reminded of such a referral: from the last working day before that sitting, each day until it is
     * reviewed. It must not be told from others by how long its sender waits.
     */
    public String reviewReminders(String caseNumber) {
        return duplicates.reminders(caseNumber);
    }

    public void recordReview(DelegateTask task) {
        duplicates.record(task);
    }

    /** When the sender gets the answer: no sooner and no later than those who are assessed at a sitting. */
    public Date answersAt(String caseNumber, String sittingOn) {
        return duplicates.answersAt(caseNumber, LocalDate.parse(sittingOn));
    }

    /** The morning of the sitting that is to assess the case. */
    public Date sittingDay(String caseNumber) {
        return programme.morning(agenda.day(caseNumber));
    }

    /** When the case is taken up, and how often it was moved. */
    public String agenda(String caseNumber) {
        return agenda.words(caseNumber);
    }

    /** The same person's earlier case here, if any. */
    public @Nullable String earlierCase(String caseNumber) {
        return cases.get(caseNumber).earlierCase();
    }

    /**
     * What the referral says.
     *
     * @param part authorities, reason, background, health, livelihood, measuresTried, expectations, completions
     */
    public @Nullable String referral(String caseNumber, String part) {
        if (part.equals("completions")) {
            return additions(caseNumber);
        }
        Referral referral = referrals.get(caseNumber);
        return switch (part) {
            case "authorities" ->
                programmes.authorities(facts.latest(caseNumber, Correction.class)
                        .map(Correction::authorities)
                        .filter(corrected -> !corrected.isEmpty())
                        .orElse(referral.authorities()));
            case "reason" -> referral.reason();
            case "background" -> referral.background();
            case "health" -> health(caseNumber, referral);
            case "livelihood" -> referrals.livelihood(caseNumber);
            case "measuresTried" -> referral.measuresTried();
            case "expectations" -> referral.expectations();
            default -> throw new IllegalArgumentException("a referral has no part " + part);
        };
    }

    /** All who assess read the same text, so one authority that may not know of the health keeps it from all. */
    private @Nullable String health(String caseNumber, Referral referral) {
        return referral.health() == null || assessors.of(caseNumber).healthToo()
                ? referral.health()
                : "Visas inte: samtycke saknas för uppgifter om hälsa.";
    }

    /** The groups that may assess a referral: the conference if all of it may know, the leads if none of it may. */
    public List<String> assessingGroups(String caseNumber) {
        return assessors.of(caseNumber).groups();
    }

    /** The members that may assess a referral, where not all of them may know of it. */
    public List<String> assessingMembers(String caseNumber) {
        return assessors.of(caseNumber).users();
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        followConsent(event.caseNumber());
    }

    @EventListener
    void on(ConsentChanged event) {
        followConsent(event.caseNumber());
    }

    /**
     * Gives the open task that assesses a referral to those who may know of it now, and takes it from the others. Models up
     * to 8a78509 call it.
     */
    public void followConsent(String caseNumber) {
        openTasks.assessedBy(
                assessors.of(caseNumber),
                caseNumber,
                referrals
                        .find(caseNumber)
                        .map(referral -> health(caseNumber, referral))
                        .orElse(null));
    }

    @FactOf("referral-correction")
    private record Correction(
            @Nullable List<String> authorities, @Nullable String comment) {}

    @FactOf("referral-decision")
    private record Decision(@Nullable String decisionReason) {}

    @FactOf("conference-duplicate")
    private record Joined(@Nullable String note) {}

    /** What was said after the referral: corrections, why an exception was made, completions. */
    private String additions(String caseNumber) {
        return Stream.of(
                        facts.all(caseNumber, Correction.class).stream()
                                .map(entry -> addition(
                                        entry, "rättad", entry.content().comment())),
                        facts.all(caseNumber, Decision.class).stream()
                                .map(entry -> addition(
                                        entry, "undantag", entry.content().decisionReason())),
                        facts.all(caseNumber, Completion.class).stream()
                                .map(entry -> addition(
                                        entry, "kompletterad", entry.content().completion())),
                        facts.all(caseNumber, Joined.class).stream()
                                .map(entry -> addition(
                                        entry,
                                        "ännu en remiss",
                                        assessors.of(caseNumber).healthToo()
                                                ? entry.content().note()
                                                : "visas inte, samtycke saknas för uppgifter om hälsa.")))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n\n"));
    }

    private String addition(Facts.Entry<?> entry, String what, @Nullable String text) {
        LocalDate day = LocalDate.ofInstant(entry.at(), clock.getZone());
        return day + " " + what + (text == null ? "" : ": " + text);
    }

    /** The coaches as choices of a form, those who fit best first. */
    public List<Map<String, String>> coaches(String caseNumber) {
        return coaches.of(programmes.of(caseNumber), persons.of(caseNumber).language()).stream()
                .map(coach -> Map.of("label", coach.label(), "value", coach.user()))
                .toList();
    }

    /** Brings the coaches' loads up to date when a member takes the task: others may have been admitted since it came. */
    public void showCoaches(DelegateTask task) {
        task.setVariable("coaches", Forms.shown(coaches((String) task.getVariable("caseNumber"))));
    }

    /**
     * Records what was decided and, if the person is admitted, appoints the coach.
     *
     * @throws Refused if something is missing, or the coach passes the ceiling and no reason is given
     */
    public void recordAssessment(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Assessment assessment = facts.record(task, Assessment.class);
        if (Assessment.Decision.ADMIT.is(assessment.decision())) {
            appoint(caseNumber, assessment);
        }
        agenda.assessed(caseNumber);
    }

    private void appoint(String caseNumber, Assessment assessment) {
        String chosen = Objects.requireNonNull(assessment.coach());
        coaches.find(programmes.of(caseNumber), chosen)
                .orElseThrow(() -> new Refused("Coach: den valda personen är inte coach här."))
                .take(assessment.weight(), assessment.ceilingReason());
        cases.appointCoach(caseNumber, chosen, assessment.deputy(), assessment.weight());
    }

    /** What the conference asked the caseworker for. */
    public @Nullable String missing(String caseNumber) {
        return assessment(caseNumber).missing();
    }

    public void recordCompletion(DelegateTask task) {
        facts.record(task, Completion.class);
    }

    /** Draws up the joint recommendation as a document in the case file. */
    public void drawUpRecommendation(String caseNumber) {
        Recommendation answer = answer(caseNumber);
        documents.drawUp(
                caseNumber,
                RECOMMENDATION,
                Map.of(
                        "assessment",
                        answer.assessment(),
                        "recommendation",
                        Objects.requireNonNull(answer.recommendation())));
    }

    /** The joint recommendation, as it shows to the caseworker. */
    public @Nullable String recommendation(String caseNumber) {
        return answer(caseNumber).recommendation();
    }

    public void recordReceipt(DelegateTask task) {
        facts.record(task, Receipt.class);
    }

    @FactOf({"conference-assessment", "conference-duplicate"})
    private record Recommendation(
            String assessment, @Nullable String recommendation) {}

    /** As the conference gave it, or the lead for a referral that never came there. */
    private Recommendation answer(String caseNumber) {
        return facts.latest(caseNumber, ASSESSMENT, Recommendation.class)
                .or(() -> facts.latest(caseNumber, Duplicate.KIND, Recommendation.class))
                .orElseThrow();
    }

    private Assessment assessment(String caseNumber) {
        return facts.latest(caseNumber, Assessment.class).orElseThrow();
    }
}
