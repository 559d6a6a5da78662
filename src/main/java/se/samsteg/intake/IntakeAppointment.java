package se.samsteg.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.ChosenCoach;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * Whether a referral is taken up to a talk, and with which coach: form {@code intake-appointment}.
 *
 * @param decision take-up, join it to the person's open case, or refuse
 * @param reason code of the programme's list, why the person is not taken in
 * @param recommendation what the person is recommended instead
 * @param note what the coach of the open case reads of a referral that is joined to it
 */
@FactOf("intake-appointment")
record IntakeAppointment(
        String decision,
        @Nullable String coach,
        @Nullable String ceilingReason,
        @Nullable String deputy,
        @Nullable String complexity,
        @Nullable String reason,
        @Nullable String recommendation,
        @Nullable String note) {

    @OptionsOf("intake-appointment.decision")
    enum Decision implements Code {
        TAKE_UP,
        JOIN,
        REFUSE
    }

    IntakeAppointment {
        List<String> wrong = new ArrayList<>();
        ChosenCoach chosen = new ChosenCoach(coach, ceilingReason, deputy, complexity);
        if (Decision.TAKE_UP.is(decision)) {
            wrong.addAll(chosen.missing());
            wrong.addAll(chosen.contradictions());
        } else {
            NotTakenIn.require(recommendation, NotTakenIn.RECOMMENDATION, wrong);
        }
        if (Decision.REFUSE.is(decision)) {
            NotTakenIn.require(reason, NotTakenIn.REASON, wrong);
        }
        if (Decision.JOIN.is(decision)) {
            NotTakenIn.require(note, "Anteckning till coachen: skriv vad remissen tillför.", wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** A referral that is taken up with a coach, and nothing more said. */
    static IntakeAppointment takenUp(String coach, int complexity) {
        return new IntakeAppointment(
                Decision.TAKE_UP.code(), coach, null, null, String.valueOf(complexity), null, null, null);
    }

    ChosenCoach chosen() {
        return new ChosenCoach(coach, ceilingReason, deputy, complexity);
    }
}
