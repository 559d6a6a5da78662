package se.samsteg.casefile;

import java.util.function.Predicate;
import se.samsteg.person.Person;

/**
 * A case that a user may read, as shown to that user and entered in the access log.
 *
 * @param wholly all of it, for its coach and lead
 * @param led whether the reader is its programme lead
 * @param readable the types of information that may be read
 */
public record View(CaseFile file, Person person, boolean wholly, boolean led, Predicate<Information> readable) {

    public String caseNumber() {
        return file.caseNumber();
    }
}
