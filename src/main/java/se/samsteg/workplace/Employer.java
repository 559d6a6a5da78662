package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An employer of the register, as it is chosen.
 *
 * @param placements how many it has given so far
 * @param latest first day of the latest; null if there is none
 */
record Employer(
        String name,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        int placements,
        @Nullable LocalDate latest) {

    /** {@code Plantskolan · Eva Ek, 08-123 45 67 · 3 placeringar, senast 2026-05-04}. */
    String label() {
        return Stream.of(name, contact(), given())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** {@code Eva Ek, 08-123 45 67, eva@plantskolan.se}; empty if nothing is known. */
    String contact() {
        return Stream.of(contactName, contactPhone, contactEmail)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String given() {
        return switch (placements) {
            case 0 -> "ingen placering än";
            case 1 -> "1 placering, " + latest;
            default -> placements + " placeringar, senast " + latest;
        };
    }
}
