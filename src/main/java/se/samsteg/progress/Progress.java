package se.samsteg.progress;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Rad till handläggaren: between the reviews the coach writes how it goes, for the caseworker who referred. */
@Phase("progress")
public class Progress {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final Consents consents;

    Progress(Forms forms, Facts facts, OwnCases ownCases, Consents consents) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.consents = consents;
    }

    /**
     * Takes up what the case's coach or a programme lead writes.
     *
     * @throws Refused if it is no open case of theirs, or the authority that referred may not know of the plan
     */
    public void write(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ProgressLine line = form.as(ProgressLine.class);
        CaseFile file = ownCases.getWholly(line.caseNumber());
        @Nullable String whyNot = consents.of(file.caseNumber()).whyNot(file.authority(), Information.PLAN);
        if (whyNot != null) {
            throw new Refused("Ärende: handläggaren får inte läsa raden. " + whyNot + ".");
        }
        execution.setProcessBusinessKey(file.caseNumber());
        facts.append(file.caseNumber(), null, form, line);
    }
}
