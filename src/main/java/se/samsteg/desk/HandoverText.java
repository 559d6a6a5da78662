package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read of form {@code handover-note}. */
record HandoverText(
        @Nullable String role,
        @Nullable String agreed,
        @Nullable String urgent,
        @Nullable String appointments) {

    /** Whether it is about the caseworker's part, and so for the caseworker to read. */
    boolean toCaseworker() {
        return "Handläggare".equals(role);
    }

    /** One handover as a line of the section, under its date. */
    Section.@Nullable Line asLine(LocalDate day) {
        return line(
                day + ", " + Objects.toString(role, "").toLowerCase(Locale.ROOT),
                Stream.of(
                                said("Överenskommet: ", agreed),
                                said("Först: ", urgent),
                                said("Bokade tider: ", appointments))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    private static @Nullable String said(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }
}
