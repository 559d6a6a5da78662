package se.samsteg.handover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.staff.Role;

/** Coachbyte: what a member of staff holds goes to a colleague, and the former holder sees nothing more of it. */
@Phase("handover")
public class Handover {

    private final Holdings holdings;
    private final OpenHoldings open;
    private final Successors successors;
    private final Transfer transfer;
    private final Facts facts;
    private final Forms forms;
    private final Actor actor;

    Handover(
            Holdings holdings,
            OpenHoldings open,
            Successors successors,
            Transfer transfer,
            Facts facts,
            Forms forms,
            Actor actor) {
        this.holdings = holdings;
        this.open = open;
        this.successors = successors;
        this.transfer = transfer;
        this.facts = facts;
        this.forms = forms;
        this.actor = actor;
    }

    /**
     * Takes up what the start form said. A user who has been removed already can still be succeeded by a colleague:
     * what counts are the cases.
     *
     * @throws Refused if the starter does not lead here, the person holds nothing here, or no colleague can take it
     *     over
     */
    public void request(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        String tenant = execution.getTenantId();
        if (tenant == null || !Role.PROGRAMME_LEAD.among(actor.groups())) {
            throw new Refused("Från: bara en projektledare flyttar ärenden, och bara i sitt eget samordningsförbund.");
        }
        Successors.Held held = open.of(tenant, request.fromUser());
        if (held.nothing()) {
            throw new Refused(
                    "Från: ingen medarbetare hos er med det användarnamnet har ärenden eller grupper att lämna över.");
        }
        if (successors.of(held, tenant, request.fromUser()).isEmpty()) {
            throw new Refused("Från: det finns ingen kollega hos er i samma roll som kan ta över.");
        }
        String occasion = UUID.randomUUID().toString();
        facts.append(null, occasion, form, request);
        execution.setVariable("handoverId", occasion);
        execution.setVariable("lead", actor.user());
    }

    private Successors.Held held(VariableScope scope, String tenant) {
        return open.of(tenant, (String) scope.getVariable("fromUser"));
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }

    /** What the lead chooses among, by the form's names; everything is ticked to begin with. */
    public Map<String, Object> offer(DelegateExecution execution) {
        Successors.Held held = held(execution, tenant(execution));
        Map<String, Object> offer = new HashMap<>();
        offer.put("cases", held.cases().stream().map(Holding::caseNumber).toList());
        offer.put("groups", held.groups().stream().map(LedGroup::number).toList());
        return offer;
    }

    /** The cases as options: number, name unless it is protected, and weight. */
    public List<Choice> heldCases(DelegateExecution execution) {
        return held(execution, tenant(execution)).cases().stream()
                .map(holding -> new Choice(holding.label(), holding.caseNumber()))
                .toList();
    }

    public List<Choice> heldGroups(DelegateExecution execution) {
        return held(execution, tenant(execution)).groups().stream()
                .map(open::choice)
                .toList();
    }

    /** Who can take over, coaches with load and ceiling. */
    public List<Choice> successors(DelegateExecution execution) {
        String tenant = tenant(execution);
        return successors.of(held(execution, tenant), tenant, (String) execution.getVariable("fromUser"));
    }

    /** A member of staff's name. */
    public String name(String user) {
        return successors.name(user);
    }

    /**
     * Notes what is to be given on and to whom. What the person has not got any more is passed over.
     *
     * @throws Refused if nothing is left of it, the colleague has another role, or passes the ceiling without a reason
     */
    public void recordSelection(DelegateTask task) {
        String occasion = (String) task.getVariable("handoverId");
        Selection selection = facts.record(task, Selection.class, occasion);
        if (!Selection.Decision.HAND_OVER.is(selection.decision())) {
            return;
        }
        String tenant = Objects.requireNonNull(task.getTenantId());
        String to = Objects.requireNonNull(selection.toUser());
        Successors.Held held = held(task, tenant);
        Successors.Held chosen = new Successors.Held(
                held.cases().stream()
                        .filter(holding -> selection.cases().contains(holding.caseNumber()))
                        .toList(),
                held.groups().stream()
                        .filter(group -> selection.groups().contains(group.number()))
                        .toList());
        if (chosen.nothing()) {
            throw new Refused("Ärenden: inget av det valda finns kvar hos personen.");
        }
        if (!successors.fits(chosen, tenant, to)) {
            throw new Refused(
                    "Tar över: den valda kollegan kan inte ta allt det valda. Ta ärenden och grupper var för sig.");
        }
        successors.take(chosen.cases(), to, selection.ceilingReason());
        holdings.note(
                new Holdings.Gift(UUID.fromString(occasion), (String) task.getVariable("fromUser"), to, (String)
                        task.getVariable("why")),
                chosen.cases().stream().map(Holding::caseNumber).toList(),
                chosen.groups().stream().map(LedGroup::number).toList());
    }

    /**
     * Moves the parts in the cases, every open task about them, and letters not sent yet. What a deputy does for the
     * former coach goes along: it was the former coach's.
     */
    public void move(DelegateExecution execution) {
        String from = (String) execution.getVariable("fromUser");
        String to = (String) execution.getVariable("toUser");
        transfer.move(occasion((String) execution.getVariable("handoverId")), from, to);
        if (Request.Why.QUITS.is((String) execution.getVariable("why"))) {
            transfer.announceLeft(from, to);
        }
    }

    private static UUID occasion(String handoverId) {
        return UUID.fromString(handoverId);
    }

    /** Numbers of the cases that were given on, for a note about each. */
    public List<String> casesOf(String handoverId) {
        return holdings.casesOf(occasion(handoverId));
    }

    /** Numbers of the groups that were given on. */
    public List<String> groupsOf(String handoverId) {
        return holdings.groupsOf(occasion(handoverId));
    }

    /** Writes to the successor, once: how many cases and groups, and nothing about a person. */
    public void tell(DelegateExecution execution) {
        transfer.tell(execution, occasion((String) execution.getVariable("handoverId")), (String)
                execution.getVariable("toUser"));
    }

    /** Whose part in the case was given on, as the note says it. */
    public String role(String handoverId, String caseNumber) {
        return holdings.role(occasion(handoverId), caseNumber).equals(Role.COACH.id()) ? "Coach" : "Handläggare";
    }

    public void recordNote(DelegateTask task) {
        facts.record(task, Note.class, (String) task.getVariable("handoverId"));
    }
}
