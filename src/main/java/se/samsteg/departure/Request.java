package se.samsteg.departure;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * A participant cannot answer any more: form {@code departure-request}.
 *
 * @param confirmed yes, or no and nothing more is asked
 * @param reason deceased, or in the year after exit moved-abroad or declines-contact
 * @param happenedOn the day of the death, of the move, or on which the participant said so
 */
record Request(
        String caseNumber,
        String confirmed,
        @Nullable String reason,
        @Nullable LocalDate happenedOn) {

    @OptionsOf("departure-request.reason")
    enum Reason implements Code {
        DECEASED
    }

    boolean isConfirmed() {
        return YesNo.YES.is(confirmed);
    }

    /**
     * @param open whether participation is not ended yet
     * @throws Refused if a participant is to leave in another way
     */
    void of(boolean open) {
        if (open && !Reason.DECEASED.is(Objects.requireNonNull(reason))) {
            throw new Refused("Vad har hänt?: under deltagandet gäller bara dödsfall. "
                    + "Använd Avbryt ärende i förtid för den som flyttar eller inte vill delta.");
        }
    }
}
