package se.samsteg.form;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import se.samsteg.programme.ProgrammeFiles;

/** What binds forms to the models of a test's engine. */
public final class FormListeners {

    private FormListeners() {}

    public static BpmnParseListener binding() {
        return new FormBinding(new DeployedForms(ProgrammeFiles.forms()), ProgrammeFiles.forms());
    }
}
