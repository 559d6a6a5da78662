package se.samsteg.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Takes in what the participant allows, from a form of its own or in answer to the question whether it goes on. */
@Component
class GivenConsents {

    private final Facts facts;
    private final OwnCases ownCases;
    private final ConsentRegistration registration;
    private final LastDays lastDays;
    private final Clock clock;

    GivenConsents(Facts facts, OwnCases ownCases, ConsentRegistration registration, LastDays lastDays, Clock clock) {
        this.facts = facts;
        this.ownCases = ownCases;
        this.registration = registration;
        this.lastDays = lastDays;
        this.clock = clock;
    }

    /**
     * @return the number of the case
     * @throws Refused if it is no open case of the member of staff, the last day has passed, or the participant has taken
     *     back a consent and it is for the coach or lead to register a new one
     */
    String give(Forms.Filled form) {
        Given given = form.as(Given.class);
        given.checkOn(LocalDate.now(clock));
        CaseFile file = ownCases.get(given.caseNumber());
        registration.give(file.caseNumber(), given.authorities(), given.information(), given.until(), given.manner());
        facts.append(file.caseNumber(), null, form, given);
        return file.caseNumber();
    }

    /**
     * Records what the participant said and, if consent is given anew, registers it for everything that the task named.
     *
     * @return whether it is given anew
     * @throws Refused if it would not last longer than now
     */
    boolean recordAnswer(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Answer answer = facts.record(task, Answer.class);
        if (!answer.renewed()) {
            return false;
        }
        List<Consents.Term> soon = lastDays.upTo(caseNumber, LocalDate.parse((String) task.getVariable("upTo")));
        LocalDate until = Objects.requireNonNull(answer.until());
        if (soon.stream().anyMatch(term -> !until.isAfter(term.lastDay()))) {
            throw new Refused("Samtycket gäller till och med: välj en senare dag än den då samtycket går ut.");
        }
        registration.renew(caseNumber, soon, until, Objects.requireNonNull(answer.manner()));
        return true;
    }
}
