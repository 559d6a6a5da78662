package se.samsteg.migration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A running process that follows an earlier version of its model.
 *
 * @param about case number, or what else the process goes by; null if it has no number
 * @param process its name in Swedish
 * @param reason in Swedish
 * @param detail in the engine's words
 * @param since when it was found that it stays
 */
public record EarlierVersion(
        @Nullable String about,
        String process,
        int version,
        String reason,
        @Nullable String detail,
        LocalDate since) {}
