package se.samsteg.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsteg.programme.Instrument;

/**
 * Where the participant was at the start and is now, as lines that can be shown to the participant.
 *
 * @param start answers to the instrument, as {@code latest}
 */
record Progress(Instrument instrument, Optional<JsonNode> start, Optional<JsonNode> latest) {

    String text() {
        return instrument.scales().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /** A missing answer is said, never shown as zero. */
    private String line(Instrument.Scale scale) {
        Optional<Integer> from = start.flatMap(scale::answer);
        Optional<Integer> to = latest.flatMap(scale::answer);
        String change = from.isEmpty() || to.isEmpty() ? "" : change(scale, from.get(), to.get());
        return scale.label() + ": " + said(from) + " vid start, " + said(to) + " senast" + change;
    }

    private static String change(Instrument.Scale scale, int from, int to) {
        return scale.same(from, to) ? " (oförändrat)" : String.format(Locale.ROOT, " (%+d)", to - from);
    }

    private static String said(Optional<Integer> answer) {
        return answer.map(String::valueOf).orElse("saknas");
    }
}
