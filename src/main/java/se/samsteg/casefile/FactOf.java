package se.samsteg.casefile;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The forms whose facts a record reads, of its own phase or of another: only the keys that it has as components. A test
 * finds each component among the keys of each of the forms.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FactOf {

    /** Ids of forms, such as {@code planning-action-plan}. */
    String[] value();
}
