package se.samsteg.errand;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/**
 * Meddela handläggaren: something special has happened that the caseworker who referred should know. The letter says only
 * that there is something to read; the text stands behind log-in, where the caseworker confirms that it was read.
 */
@Phase("notice")
public class Notice {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final CasePhase casefile;
    private final Notices notices;

    Notice(Forms forms, Facts facts, OwnCases ownCases, CasePhase casefile, Notices notices) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.casefile = casefile;
        this.notices = notices;
    }

    /**
     * Takes what a member of staff who works with the participant wants the caseworker to know.
     *
     * @throws Refused if it is no open case of theirs, or the participant does not allow the caseworker's authority to know
     *     what the message is about
     */
    public void tell(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        Message message = form.as(Message.class);
        String caseNumber = ownCases.getAsStaff(message.caseNumber()).caseNumber();
        String whyNot = casefile.whyNotTellCaseworker(caseNumber, message.concerns());
        if (whyNot != null) {
            throw new Refused("Vad gäller det?: handläggarens myndighet får inte ta del av det. %s.".formatted(whyNot));
        }
        String id = UUID.randomUUID().toString();
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable("noticeId", id);
        facts.append(caseNumber, id, form, message);
    }

    /** Which type of information the message is about: code of a consent's. */
    public String concerns(String noticeId) {
        return notices.concerns(noticeId);
    }

    /** What is told and by whom, by the keys of the form that shows it. */
    public Map<String, String> told(String noticeId) {
        return notices.shown(noticeId);
    }

    public void record(DelegateTask task) {
        facts.record(task, Read.class, (String) task.getVariable("noticeId"));
    }
}
