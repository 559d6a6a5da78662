package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.person.Persons;
import se.samsteg.person.Statements;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Places and the queue for them. While a case waits, no place is free: the transaction that frees a place offers it to
 * the first in rank, and a case that needs one is served after those that wait.
 */
@Phase("admission")
public class Admission {

    private final Places places;
    private final CaseFiles cases;
    private final Statements statements;
    private final Persons persons;
    private final Facts facts;
    private final Documents documents;
    private final Programme programme;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    Admission(
            Places places,
            CaseFiles cases,
            Statements statements,
            Persons persons,
            Facts facts,
            Documents documents,
            Programme programme,
            Programmes programmes,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.places = places;
        this.cases = cases;
        this.statements = statements;
        this.persons = persons;
        this.facts = facts;
        this.documents = documents;
        this.programme = programme;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** @return whether the case got a place; if not, it must be queued in the same transaction */
    public boolean seekPlace(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        places.lock(settings.id());
        if (places.has(caseNumber)) {
            return true;
        }
        offerFree(settings);
        if (places.taken(settings.id()) >= settings.places()) {
            return false;
        }
        places.take(settings.id(), caseNumber, today());
        return true;
    }

    /** The participant's age in whole years today; null if the birth date is not known. */
    public @Nullable Integer age(String caseNumber) {
        return persons.of(caseNumber).ageOn(today());
    }

    @FactOf("referral-referral")
    private record Support(@Nullable Boolean childrenToSupport) {}

    public boolean childrenToSupport(String caseNumber) {
        return facts.latest(caseNumber, Support.class)
                .map(Support::childrenToSupport)
                .orElse(false);
    }

    /** Whether the programme lets those with children to support go first. */
    public boolean parentsFirst(String caseNumber) {
        return programmes.of(caseNumber).waiting().parentsFirst();
    }

    /** Queues the case by what the priority decision said; called when the decision's task ends. */
    public void queue(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        var priority = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        places.queue(
                programmes.of(caseNumber).id(),
                caseNumber,
                (Integer) priority.getEntry("rank"),
                priority.getEntry("reason"),
                today());
    }

    /** When the caseworker gets a note about the wait, again and again: ISO 8601, {@code R/2026-12-22T08:00:00/P1M}. */
    public String noteCycle(String caseNumber) {
        Period every = programmes.of(caseNumber).waiting().noteEvery();
        return "R/" + today().plus(every) + "T08:00:00/" + every;
    }

    /** When the programme lead is told that a case has waited long. */
    public Date alertDue(String caseNumber) {
        return programme.morning(
                today().plus(programmes.of(caseNumber).waiting().alertAfter()));
    }

    /** A letter for the coach to start from. */
    public String letterText(String caseNumber) {
        return """
                Hej!

                Du har fått en plats i %s. Vi vill träffa dig för ett inskrivningssamtal.

                Dag och tid:
                Plats:

                Det är frivilligt att delta. Hör av dig om tiden inte passar eller om du har frågor.

                Välkommen!""".formatted(programmes.of(caseNumber).name());
    }

    /** What the referral says of a person who was known before, to be taken over or not. */
    public List<Choice> stated(String caseNumber) {
        return statements.toDecide(caseNumber);
    }

    /** Records how the person was called, and what of the referral holds of the person from now on. */
    public void recordSummons(DelegateTask task) {
        Summons summons = facts.record(task, Summons.class);
        statements.decide(
                (String) task.getVariable("caseNumber"), Objects.requireNonNullElse(summons.takenOver(), List.of()));
    }

    /** Frees the case's place and offers it at once to the first in the queue. Doing so twice changes nothing. */
    public void freePlace(String caseNumber) {
        leave(caseNumber);
    }

    /** Takes the case out of the queue or frees its place, whichever it has. Doing so twice changes nothing. */
    public void leave(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        places.lock(settings.id());
        places.leaveQueue(caseNumber);
        places.free(caseNumber, today());
        offerFree(settings);
    }

    /** Offers what is free to those who wait; at start, since the number of places may have been raised. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void fillPlaces() {
        for (Settings settings : programmes.all()) {
            places.lock(settings.id());
            offerFree(settings);
        }
    }

    /** A queued case that has no process waiting any more is passed over. */
    private void offerFree(Settings settings) {
        for (int free = settings.places() - places.taken(settings.id()); free > 0; ) {
            Optional<String> first = places.first(settings.id());
            if (first.isEmpty()) {
                return;
            }
            places.leaveQueue(first.get());
            boolean told = !runtime.createMessageCorrelation("place.offered")
                    .processInstanceBusinessKey(first.get())
                    .correlateAllWithResult()
                    .isEmpty();
            if (told) {
                places.take(settings.id(), first.get(), today());
                free--;
            }
        }
    }

    /** Draws up what the authorities recommend to a person who declined the place. */
    public void drawUpRecommendation(String caseNumber) {
        Summons summons = facts.latest(caseNumber, Summons.class).orElseThrow();
        documents.drawUp(
                caseNumber,
                "admission-recommendation",
                Map.of("recommendation", Objects.requireNonNull(summons.recommendation())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
