package se.samsteg.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.consent.ConsentWithdrawn;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.referral.ReferralReceived;

/** Förnyat samtycke: consents are given anew before they run out, and what runs out is no longer shared. */
@Phase("renewal")
public class Renewal {

    private static final String GIVEN = "consent.given";
    private static final String CHANGED = "consent.changed";
    private static final String REGISTERED = "renewal-registered";

    /** The last day of what the participant has declined to renew, so that it is not asked for again. */
    private static final String DECLINED = "declinedUntil";

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final CasePhase casefile;
    private final OwnCases ownCases;
    private final Consents consents;
    private final ConsentRegistration registration;
    private final Letter letter;
    private final Programme programme;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Renewal(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            CasePhase casefile,
            OwnCases ownCases,
            Consents consents,
            ConsentRegistration registration,
            Letter letter,
            Programme programme,
            Programmes programmes,
            @Lazy RuntimeService runtime,
            Clock clock,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.casefile = casefile;
        this.ownCases = ownCases;
        this.consents = consents;
        this.registration = registration;
        this.letter = letter;
        this.programme = programme;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes in from its start form what the participant allows, and tells the coach.
     *
     * @throws Refused if it is no open case of the member of staff, the last day has passed, or the participant has taken
     *     back a consent and it is for the coach or lead to register a new one
     */
    public void give(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Given given = form.as(Given.class);
        given.checkOn(today());
        CaseFile file = ownCases.get(given.caseNumber());
        registration.give(file.caseNumber(), given.authorities(), given.information(), given.until(), given.manner());
        facts.append(file.caseNumber(), null, form, given);
        execution.setProcessBusinessKey(file.caseNumber());
        letter.toCoach(execution, REGISTERED);
        events.publishEvent(new ConsentChanged(file.caseNumber()));
    }

    /** What has run out is told no more: unsent letters stop, and the authority's tasks go to the leads. */
    public void stopSharing(String caseNumber) {
        letter.stopUnsent(caseNumber);
        casefile.relieveCaseworker(caseNumber);
        events.publishEvent(new ConsentChanged(caseNumber));
    }

    @EventListener
    void on(ReferralReceived event) {
        watch(event.caseNumber());
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        withdrawn(event.caseNumber());
    }

    /**
     * Ensures that one process watches the case's consents: a running one reads them anew, otherwise one is started.
     */
    public void watch(DelegateExecution execution) {
        watch((String) execution.getVariable("caseNumber"));
    }

    private void watch(String caseNumber) {
        if (!changed(caseNumber)) {
            start(caseNumber, null);
        }
    }

    /** Another process watches from now on, as this one ends. */
    public void watchOn(DelegateExecution execution) {
        start((String) execution.getVariable("caseNumber"), null);
    }

    /** As {@link #watchOn} after the participant has declined: what runs out first is not asked for again. */
    public void watchUntilRunOut(DelegateExecution execution) {
        start((String) execution.getVariable("caseNumber"), (String) execution.getVariable("lastDay"));
    }

    /** Another process watches from now on, over what has changed; what was declined is still not asked for again. */
    public void watchAnew(DelegateExecution execution) {
        start((String) execution.getVariable("caseNumber"), (String) execution.getVariable(DECLINED));
    }

    /** Without a valid consent there is none to watch. */
    private void start(String caseNumber, @Nullable String declinedUntil) {
        if (!inForce(caseNumber)) {
            return;
        }
        runtime.createMessageCorrelation(GIVEN)
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable(DECLINED, declinedUntil)
                .correlateStartMessage();
    }

    /**
     * Tells the process that watches the case's consents that one was withdrawn. Models up to 8a78509 call it; told
     * twice, the process looks twice.
     */
    public void withdrawn(String caseNumber) {
        changed(caseNumber);
    }

    /** Starts a process that watches the case's consents, unless one does. */
    void ensureWatched(String caseNumber) {
        if (watching(caseNumber).isEmpty()) {
            start(caseNumber, null);
        }
    }

    private List<Execution> watching(String caseNumber) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(CHANGED)
                .list();
    }

    private boolean changed(String caseNumber) {
        List<Execution> watching = watching(caseNumber);
        watching.forEach(execution -> runtime.messageEventReceived(CHANGED, execution.getId()));
        return !watching.isEmpty();
    }

    /** Whether anything may be told, so that there is something to renew; models up to 8a78509 ask for it too. */
    public boolean inForce(String caseNumber) {
        return !consents.terms(caseNumber).isEmpty();
    }

    /**
     * When the process next acts on the consents: well before the first runs out, or when one has that was not renewed.
     */
    public Date due(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        LocalDate lastDay = first(caseNumber);
        return declinedFor(execution, lastDay)
                ? after(lastDay)
                : programme.morning(
                        lastDay.minus(programmes.of(caseNumber).consent().renewBefore()));
    }

    private static boolean declinedFor(DelegateExecution execution, LocalDate lastDay) {
        Object declined = execution.getVariable(DECLINED);
        return declined != null && !lastDay.isAfter(LocalDate.parse((String) declined));
    }

    /** Whether what was not renewed has run out by now. */
    public boolean hasRunOut(DelegateExecution execution) {
        Object declined = execution.getVariable(DECLINED);
        return declined != null && LocalDate.parse((String) declined).isBefore(today());
    }

    /** The last day of the consents that run out first: ISO date. */
    public String lastDay(String caseNumber) {
        return first(caseNumber).toString();
    }

    /** The morning of a last day. */
    public Date dueOn(String lastDay) {
        return programme.morning(LocalDate.parse(lastDay));
    }

    /** The midnight after a last day, when nothing may be told any more. */
    public Date runsOut(String lastDay) {
        return after(LocalDate.parse(lastDay));
    }

    /** The midnight when the authority that referred may be told less of the case than now. */
    public Date runsOutForCaseworker(String caseNumber) {
        return after(forCaseworker(caseNumber)
                .map(Consents.Term::lastDay)
                .findFirst()
                .orElseGet(this::yesterday));
    }

    /** Whether the authority that referred may be told anything. */
    public boolean inForceForCaseworker(String caseNumber) {
        return forCaseworker(caseNumber).findAny().isPresent();
    }

    private Stream<Consents.Term> forCaseworker(String caseNumber) {
        String authority = cases.get(caseNumber).authority();
        return consents.terms(caseNumber).stream()
                .filter(term -> term.authority().equals(authority));
    }

    private LocalDate first(String caseNumber) {
        return consents.terms(caseNumber).stream()
                .map(Consents.Term::lastDay)
                .findFirst()
                .orElseGet(this::yesterday);
    }

    private Date after(LocalDate lastDay) {
        return Date.from(lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * Who asks the participant: the coach, or the caseworker before there is one; null if the leads must, as after a
     * withdrawal.
     */
    public @Nullable String renewer(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        if (coach != null) {
            return coach;
        }
        List<String> authorities = soon(caseNumber, LocalDate.parse(renewedUpTo(caseNumber))).stream()
                .map(Consents.Term::authority)
                .toList();
        return registration.needsCoachOrLead(caseNumber, authorities) ? null : casefile.caseworker(caseNumber);
    }

    /** The groups that ask where there is no renewer. */
    public List<String> renewerGroups(String caseNumber) {
        return renewer(caseNumber) == null ? List.of("programme-lead") : List.of();
    }

    /** Writes to the user who asks the participant. */
    public void remind(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        if (cases.actingCoach(caseNumber) == null && renewer(caseNumber) != null) {
            letter.toCaseworker(execution, "renewal-soon");
        } else {
            letter.toCoach(execution, "renewal-soon");
        }
    }

    /** Up to which last day consents are renewed together: ISO date. */
    public String renewedUpTo(String caseNumber) {
        return today().plus(programmes.of(caseNumber).consent().renewBefore()).toString();
    }

    /** What runs out by then, a line each. */
    public String runningOut(String caseNumber) {
        return soon(caseNumber, LocalDate.parse(renewedUpTo(caseNumber))).stream()
                .map(term -> term.text(programmes::authority))
                .collect(Collectors.joining("\n"));
    }

    private List<Consents.Term> soon(String caseNumber, LocalDate upTo) {
        return consents.terms(caseNumber).stream()
                .filter(term -> !term.lastDay().isAfter(upTo))
                .toList();
    }

    /**
     * Records what the participant said and, if consent is given anew, registers it for everything that the task named and
     * tells the coach.
     *
     * @throws Refused if it would not last longer than now
     */
    public void recordAnswer(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Answer answer = facts.record(task, Answer.class);
        if (answer.renewed()) {
            List<Consents.Term> soon = soon(caseNumber, LocalDate.parse((String) task.getVariable("upTo")));
            LocalDate until = Objects.requireNonNull(answer.until());
            if (soon.stream().anyMatch(term -> !until.isAfter(term.lastDay()))) {
                throw new Refused("Samtycket gäller till och med: välj en senare dag än den då samtycket går ut.");
            }
            registration.renew(caseNumber, soon, until, Objects.requireNonNull(answer.manner()));
            letter.toCoach(task.getExecution(), REGISTERED);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate yesterday() {
        return today().minusDays(1);
    }
}
