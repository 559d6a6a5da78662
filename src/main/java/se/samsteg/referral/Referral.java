package se.samsteg.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.person.PersonChanges;
import se.samsteg.person.Persons;
import se.samsteg.programme.Municipalities;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Remiss: a caseworker proposes a person, and the programme's criteria are tried. */
@Phase("referral")
public class Referral {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final PersonChanges changes;
    private final Persons persons;
    private final ConsentRegistration consents;
    private final Programmes programmes;
    private final DecisionService decisions;
    private final RuntimeService runtime;
    private final AccessLog log;
    private final Actor actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Referral(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            PersonChanges changes,
            Persons persons,
            ConsentRegistration consents,
            Programmes programmes,
            @Lazy DecisionService decisions,
            @Lazy RuntimeService runtime,
            AccessLog log,
            Actor actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.changes = changes;
        this.persons = persons;
        this.consents = consents;
        this.programmes = programmes;
        this.decisions = decisions;
        this.runtime = runtime;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens the case of a programme's start form and gives the process its case number.
     *
     * @throws Refused if a number or date is wrong, or the sender is no caseworker; never for what is known of the person
     */
    public void receive(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Received received = form.as(Received.class);
        received.checkOn(LocalDate.now(clock));
        Settings programme = programmes.get(execution.getProcessDefinitionId().split(":", 2)[0]);
        if (!actor.tenants().contains(programme.tenant())) {
            throw new Refused("Programmet tillhör ett annat samordningsförbund.");
        }
        String authority = authority();
        var file = cases.open(programme, received.person(), actor.user(), authority);
        writeDown(file, programme, Role.caseworkers(authority));
        consents.give(
                file.caseNumber(),
                received.consentAuthorities(),
                received.consentInformation(),
                received.consentUntil(),
                received.consentManner());
        facts.append(file.caseNumber(), null, form, received);
        execution.setVariable("caseNumber", file.caseNumber());
        execution.setProcessBusinessKey(file.caseNumber());
        events.publishEvent(new ReferralReceived(file.caseNumber()));
        if (received.protectedIdentity()) {
            protect(file.caseNumber());
        }
    }

    /** A row for each referral, so that one of a person who is known is neither slower nor unseen. */
    private void writeDown(CaseFile file, Settings programme, String role) {
        Optional<String> open = cases.openBefore(file.caseNumber());
        boolean unsaid = persons.protectedUnsaid(file.caseNumber());
        log.write(new AccessLog.View(
                What.REFERRAL,
                null,
                open.orElse(unsaid ? file.earlierCase() : null),
                null,
                programme.tenant(),
                role,
                open.isPresent() ? "duplicate" : unsaid ? "protected" : null));
    }

    /** The person may have been here before, under the name that is protected now. */
    private void protect(String caseNumber) {
        runtime.createMessageCorrelation("identity.protected")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .correlateStartMessage();
    }

    private String authority() {
        return actor.groups().stream()
                .map(Role::authority)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Refused("Bara en handläggare hos en av myndigheterna kan skicka en remiss."));
    }

    /** What the decision {@code eligibility} reads; transient, so that it is stored nowhere. */
    public TypedValue criteria(String caseNumber) {
        return Variables.untypedValue(inputs(caseNumber), true);
    }

    /** Every unmet criterion in Swedish, a line each. */
    public String unmet(String caseNumber) {
        List<String> unmet = decisions
                .evaluateDecisionTableByKey("eligibility", Variables.putValue("criteria", inputs(caseNumber)))
                .collectEntries("unmet");
        return String.join("\n", unmet);
    }

    private Object inputs(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        return current(caseNumber).inputs(programme, LocalDate.now(clock));
    }

    private Criteria current(String caseNumber) {
        Sent received = facts.latest(caseNumber, Sent.class).orElseThrow();
        Person person = persons.of(caseNumber);
        Criteria sent = new Criteria(
                person.birthDate(),
                person.municipality(),
                received.authorities(),
                received.longLastingHealthProblems(),
                received.noFootholdOnLabourMarket());
        return facts.latest(caseNumber, Correction.class).map(sent::correctedBy).orElse(sent);
    }

    /** What the criteria ask of a stored referral. */
    @FactOf("referral-referral")
    private record Sent(
            List<String> authorities, boolean longLastingHealthProblems, boolean noFootholdOnLabourMarket) {}

    /** What the referral says now, by form key, for the caseworker to correct. */
    public Map<String, Object> asItStands(String caseNumber) {
        Criteria criteria = current(caseNumber);
        Map<String, Object> answers = new LinkedHashMap<>();
        if (Municipalities.names().containsKey(criteria.municipality())) {
            answers.put("municipality", criteria.municipality());
        }
        answers.put("authorities", criteria.authorities());
        answers.put("longLastingHealthProblems", criteria.longLastingHealthProblems());
        answers.put("noFootholdOnLabourMarket", criteria.noFootholdOnLabourMarket());
        return answers;
    }

    public void recordCorrection(DelegateTask task) {
        Correction correction = facts.record(task, Correction.class);
        String caseNumber = (String) task.getVariable("caseNumber");
        if (correction.municipality() != null) {
            changes.bringUpToDate(caseNumber, "municipality", correction.municipality());
        }
        if (correction.birthDate() != null) {
            changes.bringUpToDate(
                    caseNumber, "birthDate", correction.birthDate().toString());
        }
    }

    public void recordDecision(DelegateTask task) {
        facts.record(task, Decision.class);
    }
}
