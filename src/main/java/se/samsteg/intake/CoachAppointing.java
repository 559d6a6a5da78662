package se.samsteg.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CoachAppointments;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.KnownPersons;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.person.Persons;

/** What becomes of a referral that meets the criteria: a coach for the talk, a note in the open case, or no intake. */
@Component
class CoachAppointing {

    /** The middle one: how demanding a case is, a rule cannot read out of the referral. */
    private static final int WEIGHT_BY_RULE = 2;

    private final Facts facts;
    private final Forms forms;
    private final CaseFiles cases;
    private final KnownPersons known;
    private final Persons persons;
    private final CoachAppointments appointments;
    private final Letter letter;

    CoachAppointing(
            Facts facts,
            Forms forms,
            CaseFiles cases,
            KnownPersons known,
            Persons persons,
            CoachAppointments appointments,
            Letter letter) {
        this.facts = facts;
        this.forms = forms;
        this.cases = cases;
        this.known = known;
        this.persons = persons;
        this.appointments = appointments;
        this.letter = letter;
    }

    /** What is known of the person that the sender may not know; empty where there is nothing. */
    String known(String caseNumber) {
        return known.needReview(caseNumber) ? known.known(caseNumber) : "";
    }

    List<Map<String, String>> coaches(String caseNumber) {
        return appointments.choices(caseNumber);
    }

    void showCoaches(DelegateTask task) {
        appointments.show(task);
    }

    /**
     * Takes the referral up with the coach whom the programme's rule appoints. A person who is known here, or whose identity
     * is protected, is left to the lead, and so is a referral for which no coach has room.
     *
     * @return whether a coach was appointed
     */
    boolean appointByRule(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        if (known.needReview(caseNumber) || persons.of(caseNumber).protectedIdentity()) {
            return false;
        }
        Optional<String> coach = appointments.leastLoaded(caseNumber, WEIGHT_BY_RULE);
        coach.ifPresent(user -> {
            IntakeAppointment decided = IntakeAppointment.takenUp(user, WEIGHT_BY_RULE);
            facts.appendRuled(execution, decided);
            takeUp(caseNumber, decided, Optional.empty());
        });
        return coach.isPresent();
    }

    /** @throws Refused if the decision does not go with what is known of the person, or the coach has no room */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        IntakeAppointment decided = facts.record(task, IntakeAppointment.class);
        Optional<String> open = cases.openBefore(caseNumber);
        if (IntakeAppointment.Decision.TAKE_UP.is(decided.decision())) {
            takeUp(caseNumber, decided, open);
        } else if (IntakeAppointment.Decision.JOIN.is(decided.decision())) {
            String other = open.orElseThrow(() ->
                    new Refused("Beslut: personen har inget annat pågående ärende. Välj ett av de andra besluten."));
            facts.append(other, null, forms.of(task), decided);
            letter.toCoachOf(other, task.getExecution(), "conference-joined");
            known.protectIn(other, caseNumber);
        }
    }

    private void takeUp(String caseNumber, IntakeAppointment decided, Optional<String> open) {
        if (open.isPresent()) {
            throw new Refused("Beslut: personen har ett pågående ärende, " + open.get()
                    + ". Lägg remissen till det eller ta inte upp den.");
        }
        cases.markDuplicate(caseNumber, false);
        known.recognise(caseNumber);
        appointments.appoint(caseNumber, decided.chosen());
    }
}
