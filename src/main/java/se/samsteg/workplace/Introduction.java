package se.samsteg.workplace;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.Appointment;
import se.samsteg.form.FormText;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * What was agreed with the employer.
 *
 * @param type see table placement
 * @param outcome code of an {@link Appointment}: whether the participant came to be introduced; null where the form did
 *     not ask
 * @param newDay when the participant is introduced instead; only where that has not been done
 * @param endsOn last day; null until further notice
 */
record Introduction(
        String employer,
        String supervisor,
        @Nullable String duties,
        String type,
        Integer extentPercent,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String outcome,
        @Nullable LocalDate newDay,
        @Nullable LocalTime newTime,
        @Nullable String newPlace,
        @Nullable String agreed)
        implements ProgrammeRules {

    Introduction {
        if (!Appointment.held(outcome) && newDay == null) {
            throw new Refused("Ny dag för introduktionen: boka en ny tid när deltagaren inte kom.");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new Refused("Till och med: slutdatumet kan inte vara före startdatumet.");
        }
    }

    @Override
    public void check(Settings programme, FormText form) {
        if (endsOn == null && programme.workplace().limited(type)) {
            throw new Refused("%s: %s ska ha ett slutdatum."
                    .formatted(form.label("endsOn"), StringUtils.uncapitalize(form.option("type", type))));
        }
    }
}
