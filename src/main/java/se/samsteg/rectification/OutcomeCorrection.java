package se.samsteg.rectification;

import static com.fasterxml.jackson.annotation.JsonProperty.Access.WRITE_ONLY;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An outcome is corrected as a whole, since its answers depend on each other: form {@code rectification-outcome}. The new
 * answers stand in the corrected fact and nowhere else.
 *
 * @param action correct or none
 * @param exitOn ISO date
 * @param askedBy participant or staff
 */
record OutcomeCorrection(
        String action,
        @JsonProperty(access = WRITE_ONLY) @Nullable String ground,
        @JsonProperty(access = WRITE_ONLY) @Nullable String mainOutcome,
        @JsonProperty(access = WRITE_ONLY) @Nullable String lasting,
        @JsonProperty(access = WRITE_ONLY) @Nullable List<String> secondaryOutcomes,
        @JsonProperty(access = WRITE_ONLY) @Nullable String occupation,
        @JsonProperty(access = WRITE_ONLY) @Nullable Integer workPercent,
        @JsonProperty(access = WRITE_ONLY) @Nullable List<String> livelihoodSources,
        @JsonProperty(access = WRITE_ONLY) @Nullable String destination,
        @JsonProperty(access = WRITE_ONLY) @Nullable String continuation,
        @JsonProperty(access = WRITE_ONLY) @Nullable String continuationNote,
        @JsonProperty(access = WRITE_ONLY) @Nullable String handoverAgreed,
        @JsonProperty(access = WRITE_ONLY) @Nullable String oneYearAgreed,
        @JsonProperty(access = WRITE_ONLY) @Nullable String exitOn,
        @Nullable String askedBy,
        @Nullable String why) {

    /** The form of the fact that is corrected. */
    static final String OF = "exit-outcome";

    /** Required in every outcome but those that were written before it was asked. */
    static final String LIVELIHOOD = "livelihoodSources";

    /** What those do not have. */
    static final Set<String> ASKED_LATER = Set.of("workPercent", LIVELIHOOD);

    boolean corrects() {
        return Correction.Action.CORRECT.is(action);
    }

    /** The answers by the keys of the corrected form, in an order in which those come first on which others depend. */
    Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("ground", ground);
        answers.put("mainOutcome", mainOutcome);
        answers.put("lasting", lasting);
        answers.put("secondaryOutcomes", secondaryOutcomes == null ? List.of() : secondaryOutcomes);
        answers.put("occupation", occupation);
        answers.put("workPercent", workPercent);
        answers.put(LIVELIHOOD, livelihoodSources == null ? List.of() : livelihoodSources);
        answers.put("destination", destination);
        answers.put("continuation", continuation);
        answers.put("continuationNote", continuationNote);
        answers.put("handoverAgreed", handoverAgreed);
        answers.put("oneYearAgreed", oneYearAgreed);
        answers.put("exitOn", exitOn);
        return answers;
    }
}
