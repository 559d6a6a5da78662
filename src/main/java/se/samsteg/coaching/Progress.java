package se.samsteg.coaching;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.FormText;

/**
 * Where the participant was at the start and is now, as lines that can be shown to the participant.
 *
 * @param form of the start, whose labels the scales have
 */
record Progress(FormText form, Optional<Scales> start, Optional<Scales> latest) {

    /** The answers of one measurement or talk, 0 to 10. */
    @FactOf({"planning-baseline", "coaching-talk"})
    record Scales(
            @Nullable Integer health,
            @Nullable Integer motivation,
            @Nullable Integer structure,
            @Nullable Integer socialContacts,
            @Nullable Integer readiness) {

        private static final Scales NONE = new Scales(null, null, null, null, null);
    }

    String text() {
        Scales from = start.orElse(Scales.NONE);
        Scales to = latest.orElse(Scales.NONE);
        return Stream.of(
                        line("health", from.health, to.health),
                        line("motivation", from.motivation, to.motivation),
                        line("structure", from.structure, to.structure),
                        line("socialContacts", from.socialContacts, to.socialContacts),
                        line("readiness", from.readiness, to.readiness))
                .collect(Collectors.joining("\n"));
    }

    /** A missing value is said, never shown as zero. */
    private String line(String scale, @Nullable Integer from, @Nullable Integer to) {
        String change = from == null || to == null
                ? ""
                : to.equals(from) ? " (oförändrat)" : String.format(Locale.ROOT, " (%+d)", to - from);
        return form.label(scale) + ": " + said(from) + " vid start, " + said(to) + " senast" + change;
    }

    private static String said(@Nullable Integer value) {
        return value == null ? "saknas" : value.toString();
    }
}
