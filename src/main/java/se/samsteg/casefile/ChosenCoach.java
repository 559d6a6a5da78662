package se.samsteg.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be a case's coach, as a form of any intake asks it.
 *
 * @param ceilingReason why the coach takes more than the post allows
 * @param complexity 1, 2 or 3, the weight of the case in the coach's load
 */
public record ChosenCoach(
        @Nullable String coach,
        @Nullable String ceilingReason,
        @Nullable String deputy,
        @Nullable String complexity) {

    /** What is missing for an appointment, a sentence each. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (coach == null || coach.isBlank()) {
            missing.add("Coach: välj en coach.");
        }
        if (complexity == null) {
            missing.add("Ärendets tyngd: välj 1, 2 eller 3.");
        }
        return missing;
    }

    /** A coach who is away cannot be his or her own deputy. */
    public List<String> contradictions() {
        return coach != null && coach.equals(deputy) ? List.of("Ersättare: välj någon annan än coachen.") : List.of();
    }

    int weight() {
        return complexity == null ? 1 : Integer.parseInt(complexity);
    }
}
