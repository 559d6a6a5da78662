package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is read of form {@code protection-request}. */
record ProtectionText(
        @Nullable String kind,
        @Nullable LocalDate since,
        @Nullable String handling) {

    private static final Map<String, String> KINDS = Map.of(
            "confidentiality-marking", "Sekretessmarkering",
            "protected-registration", "Skyddad folkbokföring",
            "assumed-identity", "Fingerade personuppgifter");

    Section section() {
        return Section.of(
                "Skyddade personuppgifter",
                line("Skydd", kind == null ? null : KINDS.getOrDefault(kind, kind)),
                line("Gäller sedan", since),
                line("Hantering", handling));
    }
}
