package se.samsteg.form;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What must not be stored of whom a text is about. It is asked before a form's content is stored anywhere, so that a task
 * which opens in the same transaction shows what the tables say.
 */
@FunctionalInterface
public interface Concealment {

    /**
     * How texts about something are stored.
     *
     * @param named what the form and its process name: case numbers, groups, sittings, and other words, which mean nothing
     */
    UnaryOperator<String> about(Set<String> named);
}
