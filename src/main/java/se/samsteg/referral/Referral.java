package se.samsteg.referral;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.PersonChanges;
import se.samsteg.programme.Municipalities;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Remiss: a caseworker proposes a person, and the programme's criteria are tried. */
@Phase("referral")
public class Referral {

    private final Forms forms;
    private final Facts facts;
    private final Programmes programmes;
    private final ReferredCases referred;
    private final Announcement announcement;
    private final Eligibility eligibility;
    private final PersonChanges changes;

    Referral(
            Forms forms,
            Facts facts,
            Programmes programmes,
            ReferredCases referred,
            Announcement announcement,
            Eligibility eligibility,
            PersonChanges changes) {
        this.forms = forms;
        this.facts = facts;
        this.programmes = programmes;
        this.referred = referred;
        this.announcement = announcement;
        this.eligibility = eligibility;
        this.changes = changes;
    }

    /**
     * Opens the case of a programme's start form and gives the process its case number.
     *
     * @throws Refused if a number or date is wrong, or the sender is no caseworker; never for what is known of the person
     */
    public void receive(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Received received = form.as(Received.class);
        Settings programme = programmes.get(execution.getProcessDefinitionId().split(":", 2)[0]);
        String caseNumber = referred.open(programme, received).caseNumber();
        facts.append(caseNumber, null, form, received);
        execution.setVariable("caseNumber", caseNumber);
        execution.setProcessBusinessKey(caseNumber);
        announcement.received(caseNumber);
        if (received.protectedIdentity()) {
            announcement.protectedIdentity(caseNumber);
        }
    }

    /** The key of the decision that names the unmet criteria of the case's programme. */
    public String decision(String caseNumber) {
        return eligibility.decision(caseNumber);
    }

    /** What that decision reads; transient, so that it is stored nowhere. */
    public TypedValue criteria(String caseNumber) {
        return Variables.untypedValue(eligibility.inputs(caseNumber), true);
    }

    /** Every unmet criterion in Swedish, a line each. */
    public String unmet(String caseNumber) {
        return String.join("\n", eligibility.unmet(caseNumber));
    }

    /** Keeps which criteria are unmet, to be counted. */
    public void keepUnmet(String caseNumber) {
        eligibility.keep(caseNumber, false);
    }

    /** Whether the caseworker has asked for an exception, and it is needed still. */
    public boolean needsException(String caseNumber) {
        return exceptionAsked(caseNumber) != null
                && !eligibility.unmet(caseNumber).isEmpty();
    }

    /** Why the caseworker asks for an exception; null if none is asked for. */
    public @Nullable String exceptionAsked(String caseNumber) {
        return facts.latest(caseNumber, Correction.class)
                .filter(Correction::exceptionAsked)
                .map(Correction::exceptionReason)
                .orElse(null);
    }

    /** What the referral says now, by form key; the task takes what its form can correct. */
    public Map<String, @Nullable Object> asItStands(String caseNumber) {
        Criteria criteria = eligibility.current(caseNumber);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(criteria.answers());
        answers.remove("municipality");
        if (Municipalities.names().containsKey(criteria.municipality())) {
            answers.put("municipality", criteria.municipality());
        }
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
        if (!correction.withdrawn()) {
            eligibility.keep(caseNumber, false); // of a referral that is withdrawn what was tried before stands
        }
    }

    public void recordDecision(DelegateTask task) {
        Decision decision = facts.record(task, Decision.class);
        eligibility.keep((String) task.getVariable("caseNumber"), decision.letThrough());
    }
}
