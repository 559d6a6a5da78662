package se.samsteg.casefile;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import se.samsteg.person.Person;

/**
 * A case that a user may read, as shown to that user and entered in the access log.
 *
 * @param standings how the reader stands to the case
 * @param shows the kinds of content that may be read
 * @param readable what the reader's authority may know: of a notice or a document, which each are about something
 */
public record View(
        CaseFile file,
        Person person,
        Set<Standing> standings,
        Predicate<Content> shows,
        Predicate<Information> readable) {

    public String caseNumber() {
        return file.caseNumber();
    }

    /** Whether all of it may be read: by its coach and lead. */
    public boolean wholly() {
        return standings.contains(Standing.COACH) || led();
    }

    /** Whether the reader is its programme lead. */
    public boolean led() {
        return standings.contains(Standing.PROGRAMME_LEAD);
    }

    public boolean shows(Content content) {
        return shows.test(content);
    }

    boolean showsAnything() {
        return !standings.isEmpty() && Arrays.stream(Content.values()).anyMatch(shows);
    }
}
