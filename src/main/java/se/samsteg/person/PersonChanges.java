package se.samsteg.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.form.FormChanges;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/** Changes what is known of a person; what was known before stays in the {@link Trail}. */
@Component
public class PersonChanges {

    private final Persons persons;
    private final Trail trail;
    private final FormChanges forms;
    private final AccessLog log;
    private final Actor actor;
    private final ApplicationEventPublisher events;

    PersonChanges(
            Persons persons,
            Trail trail,
            FormChanges forms,
            AccessLog log,
            Actor actor,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.trail = trail;
        this.forms = forms;
        this.log = log;
        this.actor = actor;
        this.events = events;
    }

    /** Whether it can be corrected: a person with an identity number is born when the number says, if it does. */
    public boolean corrigible(String caseNumber, String key) {
        String number = persons.of(caseNumber).identityNumber();
        return PersonAnswers.keys().contains(key)
                && switch (key) {
                    case "noNumberReason" -> number == null;
                    case "birthDate" -> number == null || new IdentityNumber(number).birthDate() == null;
                    default -> true;
                };
    }

    /** The answers as they show in a task; what a protected identity hides is said to be there, and no more. */
    public Map<String, Object> shown(String caseNumber) {
        Person person = persons.of(caseNumber);
        Map<String, Object> answers = PersonAnswers.of(person);
        if (person.protectedIdentity()) {
            answers.replaceAll((key, value) -> PersonAnswers.HIDDEN.contains(key) ? Person.PROTECTED : value);
        }
        return answers;
    }

    /**
     * Corrects one answer.
     *
     * @throws Refused if the form's rule or the rule of identity numbers refuses the value, or it stands there already
     */
    public void correct(String caseNumber, String key, @Nullable Object value) {
        Map<String, Object> before = new LinkedHashMap<>(PersonAnswers.of(persons.of(caseNumber)));
        if (key.equals("identityNumber")) {
            before.put("hasIdentityNumber", YesNo.YES.code());
        }
        forms.changed(PersonAnswers.FORM, "", before, key, value);
        if (Objects.equals(before.get(key), value)) {
            throw new Refused("Ny uppgift: det står redan så.");
        }
        if (key.equals("sex") && value == null) {
            throw new Refused("Ny uppgift: välj ett kön.");
        }
        store(caseNumber, key, value);
    }

    /** As {@link #correct} for an answer that a form of the case asks for again, and that may be the same as before. */
    public void bringUpToDate(String caseNumber, String key, @Nullable Object value) {
        if (!Objects.equals(value, PersonAnswers.of(persons.of(caseNumber)).get(key))) {
            store(caseNumber, key, value);
        }
    }

    private void store(String caseNumber, String key, @Nullable Object value) {
        change(caseNumber, () -> persons.store(persons.of(caseNumber), key, value));
    }

    /** Keeps what the work changes in the trail, and says that the person is known otherwise. */
    void change(String caseNumber, Runnable work) {
        Person old = persons.of(caseNumber);
        try {
            work.run();
        } catch (DuplicateKeyException e) {
            // The answer tells something of another person: it is in the log.
            log.write(new AccessLog.View(What.REGISTER, null, caseNumber, null, null, actor.role(), "known-number"));
            // Without its cause, which quotes the number.
            throw new Refused(
                    "Personnummer eller samordningsnummer: numret finns redan hos en annan person i registret.");
        }
        trail.keep(old, persons.of(caseNumber));
        events.publishEvent(new PersonChanged(caseNumber));
    }
}
