package se.samsteg.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The fields whose options a {@link Code} names; a test finds each constant among them. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OptionsOf {

    /** Form and key, such as {@code coaching-talk.outcome}. */
    String[] value();
}
