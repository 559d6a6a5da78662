package se.samsteg.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What a party outside the programme has promised: form {@code measure-promise}.
 *
 * @param kind see table measure
 * @param promisedBy af, fk, soc, region or other
 * @param unit which unit of it; for other the party's name
 */
record Promise(
        String caseNumber,
        String kind,
        @Nullable String otherKind,
        String promised,
        String promisedBy,
        @Nullable String unit,
        LocalDate promisedFor) {

    @OptionsOf("measure-promise.promisedBy")
    enum By implements Code {
        OTHER
    }

    @OptionsOf("measure-promise.kind")
    enum Kind implements Code {
        OTHER
    }

    Promise {
        if (By.OTHER.is(promisedBy) && unit == null) {
            throw new Refused("Enhet eller organisation: ange vem som har lovat.");
        }
    }

    /** @param form whose options the kinds are */
    Promised promised(UUID id, LocalDate today, FormText form) {
        String what = otherKind == null ? form.option("kind", kind) : otherKind;
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
