package se.samsteg.protection;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Holders;
import se.samsteg.person.Identities;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;

/** The persons whose identity is protected. */
@Component
class ConcealedPersons {

    private final Persons persons;
    private final Identities identities;
    private final CaseFiles cases;
    private final WrittenBefore written;
    private final Holders holders;
    private final ApplicationEventPublisher events;

    ConcealedPersons(
            Persons persons,
            Identities identities,
            CaseFiles cases,
            WrittenBefore written,
            Holders holders,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.identities = identities;
        this.cases = cases;
        this.written = written;
        this.holders = holders;
        this.events = events;
    }

    /** Conceals the person of a case under every name, number and address that is or was known. */
    void add(String caseNumber) {
        persons.protect(caseNumber);
        List<Person> same = persons.same(caseNumber);
        List<String> all = cases.ofSamePerson(caseNumber);
        for (Person known : identities.everKnownAs(caseNumber, all)) {
            written.conceal(same, all, Redaction.of(known));
        }
        identities.conceal(caseNumber, all);
        all.forEach(holders::relieve);
        events.publishEvent(new IdentityProtected(caseNumber));
    }
}
