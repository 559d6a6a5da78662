package se.samsteg.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An option that is the same in every programme and that code branches on: an enum whose constants are called as the form
 * calls them, {@code NOT_FOLLOWED} for {@code not-followed}. What differs between programmes is no enum but a list in the
 * programme's file.
 */
public interface Code {

    /** Of the enum's constant. */
    String name();

    /** As forms and tables have it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default boolean is(@Nullable String code) {
        return code().equals(code);
    }
}
