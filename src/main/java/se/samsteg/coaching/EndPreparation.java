package se.samsteg.coaching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is left to do when the longest stay nears its end, and who takes over. */
record EndPreparation(
        String remaining,
        String continuation,
        LocalDate plannedExit,
        @Nullable String extensionReason) {}
