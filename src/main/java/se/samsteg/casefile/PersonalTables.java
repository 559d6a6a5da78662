package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a package keeps in tables of its own that may tell of a participant. Each owner says it, so that protection,
 * rectification and retention reach every table without naming one. Rows that belong to a case need no word here: they
 * refer to the case and are erased and extracted with it.
 */
public interface PersonalTables {

    /** The columns in which staff write freely. */
    default List<WrittenText> texts() {
        return List.of();
    }

    /** What facts of the programme are about other than a case, such as groups: ids, as facts name them. */
    default Set<String> subjects(String programme) {
        return Set.of();
    }

    /** Erases what was typed into subjects of the programme that were over by a day; that there were such stays. */
    default void eraseTexts(String programme, LocalDate day) {}

    /** Erases rows of the programme that are about cases without a person, of which nothing happened after a day. */
    default void eraseUnnamed(String programme, LocalDate day) {}

    /** Erases rows up to a day that are about no case and no subject. */
    default void eraseOthers(LocalDate day) {}

    /** Erases how to reach persons who are no participants, such as an employer's contact, if it was last used by a day. */
    default void eraseContacts(LocalDate day) {}
}
