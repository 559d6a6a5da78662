package se.samsteg.renewal;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/** Förnyat samtycke: consents are given anew before they run out, and what runs out is no longer shared. */
@Phase("renewal")
public class Renewal {

    private final Forms forms;
    private final GivenConsents given;
    private final LastDays lastDays;
    private final Watch watch;
    private final Renewer renewer;
    private final Sharing sharing;
    private final Programmes programmes;

    Renewal(
            Forms forms,
            GivenConsents given,
            LastDays lastDays,
            Watch watch,
            Renewer renewer,
            Sharing sharing,
            Programmes programmes) {
        this.forms = forms;
        this.given = given;
        this.lastDays = lastDays;
        this.watch = watch;
        this.renewer = renewer;
        this.sharing = sharing;
        this.programmes = programmes;
    }

    /**
     * Takes in from its start form what the participant allows, and tells the coach.
     *
     * @throws Refused if it is no open case of the member of staff, the last day has passed, or the participant has taken
     *     back a consent and it is for the coach or lead to register a new one
     */
    public void give(DelegateExecution execution) {
        String caseNumber = given.give(forms.ofStart(execution));
        execution.setProcessBusinessKey(caseNumber);
        sharing.given(execution, caseNumber);
    }

    /** What has run out is told no more: unsent letters stop, and the authority's tasks go to the leads. */
    public void stopSharing(String caseNumber) {
        sharing.stop(caseNumber);
    }

    /**
     * Ensures that one process watches the case's consents: a running one reads them anew, otherwise one is started.
     */
    public void watch(DelegateExecution execution) {
        watch.ensure(caseNumber(execution));
    }

    /** Another process watches from now on, as this one ends. */
    public void watchOn(DelegateExecution execution) {
        watch.start(caseNumber(execution), null);
    }

    /** As {@link #watchOn} after the participant has declined: what runs out first is not asked for again. */
    public void watchUntilRunOut(DelegateExecution execution) {
        watch.start(caseNumber(execution), (String) execution.getVariable("lastDay"));
    }

    /** Another process watches from now on, over what has changed; what was declined is still not asked for again. */
    public void watchAnew(DelegateExecution execution) {
        watch.start(caseNumber(execution), (String) execution.getVariable(Watch.DECLINED));
    }

    private static String caseNumber(DelegateExecution execution) {
        return (String) execution.getVariable("caseNumber");
    }

    /**
     * Tells the process that watches the case's consents that one was withdrawn. Models up to 8a78509 call it; told
     * twice, the process looks twice.
     */
    public void withdrawn(String caseNumber) {
        watch.changed(caseNumber);
    }

    /** Whether anything may be told, so that there is something to renew; models up to 8a78509 ask for it too. */
    public boolean inForce(String caseNumber) {
        return lastDays.any(caseNumber);
    }

    /**
     * When the process next acts on the consents: well before the first runs out, or when one has that was not renewed.
     */
    public Date due(DelegateExecution execution) {
        String caseNumber = caseNumber(execution);
        LocalDate lastDay = lastDays.first(caseNumber);
        LocalDate declined = declined(execution);
        return declined != null && !lastDay.isAfter(declined)
                ? lastDays.after(lastDay)
                : lastDays.asked(caseNumber, lastDay);
    }

    /** Whether what was not renewed has run out by now. */
    public boolean hasRunOut(DelegateExecution execution) {
        LocalDate declined = declined(execution);
        return declined != null && lastDays.isOver(declined);
    }

    private static @Nullable LocalDate declined(DelegateExecution execution) {
        Object declined = execution.getVariable(Watch.DECLINED);
        return declined == null ? null : LocalDate.parse((String) declined);
    }

    /** The last day of the consents that run out first: ISO date. */
    public String lastDay(String caseNumber) {
        return lastDays.first(caseNumber).toString();
    }

    /** The morning of a last day. */
    public Date dueOn(String lastDay) {
        return lastDays.morning(LocalDate.parse(lastDay));
    }

    /** The midnight after a last day, when nothing may be told any more. */
    public Date runsOut(String lastDay) {
        return lastDays.after(LocalDate.parse(lastDay));
    }

    /** The midnight when the authority that referred may be told less of the case than now. */
    public Date runsOutForCaseworker(String caseNumber) {
        return lastDays.after(lastDays.firstForCaseworker(caseNumber));
    }

    /** Whether the authority that referred may be told anything. */
    public boolean inForceForCaseworker(String caseNumber) {
        return lastDays.anyForCaseworker(caseNumber);
    }

    /**
     * Who asks the participant: the coach, or the caseworker before there is one; null if the leads must, as after a
     * withdrawal.
     */
    public @Nullable String renewer(String caseNumber) {
        return renewer.of(caseNumber);
    }

    /** The groups that ask where there is no renewer. */
    public List<String> renewerGroups(String caseNumber) {
        return renewer(caseNumber) == null ? List.of(Role.PROGRAMME_LEAD.id()) : List.of();
    }

    /** Writes to the user who asks the participant. */
    public void remind(DelegateExecution execution) {
        renewer.remind(execution);
    }

    /** Up to which last day consents are renewed together: ISO date. */
    public String renewedUpTo(String caseNumber) {
        return lastDays.renewedUpTo(caseNumber).toString();
    }

    /** What runs out by then, a line each. */
    public String runningOut(String caseNumber) {
        return lastDays.upTo(caseNumber, lastDays.renewedUpTo(caseNumber)).stream()
                .map(term -> term.text(code -> programmes.authority(caseNumber, code)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Records what the participant said and, if consent is given anew, registers it for everything that the task named and
     * tells the coach.
     *
     * @throws Refused if it would not last longer than now
     */
    public void recordAnswer(DelegateTask task) {
        if (given.recordAnswer(task)) {
            sharing.tellCoach(task.getExecution());
        }
    }
}
