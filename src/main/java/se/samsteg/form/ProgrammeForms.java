package se.samsteg.form;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What programmes make of the forms: a programme's lists stand in its options, and a programme may have a form of its own
 * instead. Models name the form; which programme's it is depends on the case.
 */
public interface ProgrammeForms {

    /**
     * The texts to deploy for a form that comes with a phase, by the id that each has. The one under the form's own id has
     * the options of all programmes: it is used where no programme is known.
     *
     * @param text JSON, in which an option {@code {list}} stands for a list of the programme
     * @throws IllegalArgumentException naming the form and a list that no programme has
     */
    Map<String, String> rendered(String text);

    /**
     * The same for a form that a programme has instead, or beside those of the phases.
     *
     * @param programme its id
     */
    Map<String, String> own(String programme, String text);

    /**
     * The programme that a task or execution belongs to; where it may be of several of an association, the name of all of
     * them together; null if not even that is known.
     */
    @Nullable
    String of(VariableScope scope);

    /**
     * The programme whose start form the user gets: the one that the process is of, otherwise what {@link #of} says of the
     * user's association.
     *
     * @param process key
     */
    @Nullable
    String ofStart(String process);

    /** The id under which a programme's version of a form is deployed. */
    static String id(String programme, String form) {
        return programme + "." + form;
    }

    /** The form's id as models name it. */
    static String form(String id) {
        return id.substring(id.indexOf('.') + 1);
    }
}
