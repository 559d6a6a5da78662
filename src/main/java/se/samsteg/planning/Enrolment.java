package se.samsteg.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.form.FormText;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * The enrolment talk, held or not. Participants who were not told early that the relation is professional and ends took
 * the end hard, so a person is enrolled only after all points of the list have been gone through.
 *
 * @param outcome code of an {@link Appointment}; null where the form did not ask, which records what was held
 * @param newDay when the talk is to be held instead; only of one that was not held
 */
record Enrolment(
        @Nullable String outcome,
        @Nullable LocalDate heldOn,
        @Nullable List<String> present,
        @Nullable List<String> informed,
        @Nullable String expectation,
        @Nullable String note,
        @Nullable LocalDate newDay,
        @Nullable LocalTime newTime,
        @Nullable String newPlace)
        implements ProgrammeRules {

    Enrolment {
        List<String> wrong = new ArrayList<>();
        if (Appointment.held(outcome)) {
            if (heldOn == null) {
                wrong.add("Samtalet hölls: ange dagen.");
            }
        } else if (newDay == null) {
            wrong.add("Ny dag: boka en ny tid när samtalet inte hölls.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    @Override
    public void check(Settings programme, FormText form) {
        if (held() && !programme.enrolment().saidAll(informed)) {
            throw new Refused(form.label("informed") + ": gå igenom allt innan inskrivningen är klar.");
        }
    }

    boolean held() {
        return Appointment.held(outcome);
    }
}
