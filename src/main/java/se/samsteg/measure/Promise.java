package se.samsteg.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What somebody outside the programme has promised: form {@code measure-promise}.
 *
 * @param kind see table measure
 * @param promisedBy af, fk, soc, region or other
 * @param unit which unit of it; of anybody else the name
 */
record Promise(
        String caseNumber,
        String kind,
        @Nullable String otherKind,
        String promised,
        String promisedBy,
        @Nullable String unit,
        LocalDate promisedFor) {

    private static final Map<String, String> KINDS = Map.of(
            "psychologist", "Psykolog",
            "cbt", "KBT",
            "pain-clinic", "Smärtmottagning",
            "sfi", "SFI",
            "debt-advice", "Skuldrådgivning");

    Promise {
        if ("other".equals(promisedBy) && unit == null) {
            throw new Refused("Enhet eller organisation: ange vem som har lovat.");
        }
    }

    Promised promised(UUID id, LocalDate today) {
        String what = KINDS.getOrDefault(kind, Objects.requireNonNullElse(otherKind, "Annan insats"));
        return new Promised(
                id,
                caseNumber,
                kind,
                what + ": " + promised,
                promisedBy,
                unit,
                promisedFor,
                today,
                "staff",
                null,
                null);
    }
}
