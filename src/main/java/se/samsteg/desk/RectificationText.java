package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read of form {@code rectification-correction}; its target is said in words. */
record RectificationText(
        @Nullable String action,
        @Nullable String target,
        @Nullable String opinion,
        @Nullable String askedBy,
        @Nullable String why) {

    Section.@Nullable Line asLine(LocalDate day, String by) {
        boolean disputed = "opinion".equals(action);
        return line(
                day + ", " + target,
                Stream.of(
                                (disputed ? "Inte rättad. Antecknat av " : "Rättad av ")
                                        + by
                                        + ("participant".equals(askedBy)
                                                ? ", deltagaren begärde det."
                                                : ", personalen begärde det."),
                                said("Deltagarens avvikande mening: ", opinion),
                                said("Varför: ", why))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    private static @Nullable String said(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }
}
