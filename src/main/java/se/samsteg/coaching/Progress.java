package se.samsteg.coaching;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the participant was at the start and is now, as lines that can be shown to the participant. */
record Progress(Optional<Scales> start, Optional<Scales> latest) {

    /** The answers of one measurement or talk, 0 to 10. */
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
                        line("Hälsa", from.health, to.health),
                        line("Motivation", from.motivation, to.motivation),
                        line("Struktur i vardagen", from.structure, to.structure),
                        line("Sociala kontakter", from.socialContacts, to.socialContacts),
                        line("Beredskap för arbete eller studier", from.readiness, to.readiness))
                .collect(Collectors.joining("\n"));
    }

    /** A missing value is said, never shown as zero. */
    private static String line(String scale, @Nullable Integer from, @Nullable Integer to) {
        String change = from == null || to == null
                ? ""
                : to.equals(from) ? " (oförändrat)" : String.format(Locale.ROOT, " (%+d)", to - from);
        return scale + ": " + said(from) + " vid start, " + said(to) + " senast" + change;
    }

    private static String said(@Nullable Integer value) {
        return value == null ? "saknas" : value.toString();
    }
}
