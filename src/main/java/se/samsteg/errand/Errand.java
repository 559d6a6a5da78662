package se.samsteg.errand;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Uppgift till kollega: something to do by a day, for a colleague who has a part in the same case. */
@Phase("errand")
public class Errand {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final Parts parts;
    private final Errands errands;
    private final Actor actor;

    Errand(Forms forms, Facts facts, OwnCases ownCases, Parts parts, Errands errands, Actor actor) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.parts = parts;
        this.errands = errands;
        this.actor = actor;
    }

    /**
     * Takes what a member of staff who works with the participant asks a colleague to do.
     *
     * @throws Refused if it is no open case of theirs, or there is no such colleague in the case
     */
    public void ask(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        String caseNumber = ownCases.getAsStaff(request.caseNumber()).caseNumber();
        String id = UUID.randomUUID().toString();
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable("errandId", id);
        execution.setVariable("startedBy", actor.user());
        execution.setVariable("colleague", parts.holder(caseNumber, Request.Part.of(request.receiver())));
        facts.append(caseNumber, id, form, request);
    }

    /** What is to be done and who asks, by the keys of the form that shows it. */
    public Map<String, String> asked(String errandId) {
        return errands.shown(errandId);
    }

    /** The morning of the day by which it should be done. */
    public Date due(String errandId) {
        return errands.due(errandId);
    }

    public void record(DelegateTask task) {
        facts.record(task, Answer.class, (String) task.getVariable("errandId"));
    }
}
