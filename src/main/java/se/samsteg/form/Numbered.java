package se.samsteg.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fields that a form has several of, read as one list: a {@code List} of a record with the number and the fields of one
 * row. {@code step1Purpose, step1Date, step2Purpose ...} is {@code @Numbered("step")} of a record {@code (int number,
 * purpose, date)}; {@code answer1, comment1, answer2 ...} is {@code @Numbered} of {@code (int number, answer, comment)}.
 * Rows without any value are not in the list.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Numbered {

    /** What stands before the number in each key; empty where the field's own name does. */
    String value() default "";
}
