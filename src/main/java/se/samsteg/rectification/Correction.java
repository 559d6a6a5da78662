package se.samsteg.rectification;

import static com.fasterxml.jackson.annotation.JsonProperty.Access.WRITE_ONLY;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.FormText.Kind;
import se.samsteg.form.OptionsOf;

/**
 * What is corrected or, where staff do not agree, what the participant holds instead: form
 * {@code rectification-correction}. The new answer stands in the corrected fact or in the person's record, and nowhere
 * else.
 *
 * @param action correct, remove, opinion or none
 * @param target which answer: in the form {@code number.health}, the kind and the key; in the fact its name in Swedish
 * @param askedBy participant or staff
 */
record Correction(
        String action,
        @Nullable String target,
        @JsonProperty(access = WRITE_ONLY) @Nullable String newText,
        @JsonProperty(access = WRITE_ONLY) @Nullable Integer newNumber,
        @JsonProperty(access = WRITE_ONLY) @Nullable String newDate,
        @JsonProperty(access = WRITE_ONLY) @Nullable String newAppointment,
        @JsonProperty(access = WRITE_ONLY) @Nullable String newTime,
        @JsonProperty(access = WRITE_ONLY) @Nullable String newChoice,
        @JsonProperty(access = WRITE_ONLY) @Nullable List<String> newChoices,
        @Nullable String opinion,
        @Nullable String askedBy,
        @Nullable String why) {

    @OptionsOf({"rectification-correction.action", "rectification-outcome.action"})
    enum Action implements Code {
        CORRECT,
        REMOVE,
        OPINION,
        NONE
    }

    private static final String YES = "true";

    boolean corrects() {
        return Action.CORRECT.is(action) || Action.REMOVE.is(action);
    }

    /** What the select offers for an answer of a kind. */
    static String target(Kind kind, String key) {
        return kind.name().toLowerCase(Locale.ROOT) + "." + key;
    }

    private String[] kindAndKey() {
        return Objects.requireNonNull(target).split("\\.", 2);
    }

    String key() {
        return kindAndKey()[1];
    }

    /** The answer that is to stand there; null for none. */
    @Nullable
    Object value() {
        Kind kind = Kind.valueOf(kindAndKey()[0].toUpperCase(Locale.ROOT));
        if (Action.REMOVE.is(action)) {
            return kind == Kind.CHOICES ? List.of() : null;
        }
        return switch (kind) {
            case TEXT -> newText;
            case NUMBER -> newNumber;
            case DATE -> newDate;
            case APPOINTMENT -> newAppointment;
            case TIME -> newTime;
            case CHOICE -> newChoice;
            case CHOICES -> newChoices;
            case TICK -> YES.equals(newChoice);
        };
    }

    /** As it is recorded: which answer it is, in words. */
    Correction named(@Nullable String answer) {
        return new Correction(action, answer, null, null, null, null, null, null, null, opinion, askedBy, why);
    }
}
