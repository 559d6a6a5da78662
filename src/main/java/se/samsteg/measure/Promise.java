package se.samsteg.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/**
 * What a party outside the programme has promised: form {@code measure-promise}.
 *
 * @param kind one of the programme's kinds of measures
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

    /** @param programme whose kinds of measures these are */
    Promised promised(UUID id, LocalDate today, Settings programme) {
        String what = otherKind == null ? programme.measure().kind(kind) : otherKind;
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
