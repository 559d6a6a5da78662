package se.samsteg.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * The three-party talk, held or not: form {@code intake-talk}. Held with all three it is intake decision and enrolment in
 * one.
 *
 * @param outcome code of an {@link Appointment}
 * @param result taken-in, not-now or declines; null where the talk was not held
 * @param informed codes of the programme's list of what is gone through
 * @param agreed whether the participant knows that taking part is voluntary, and wants to
 * @param reason code of the programme's list, why the person is not taken in
 */
@FactOf("intake-talk")
record IntakeTalk(
        String outcome,
        @Nullable String note,
        @Nullable LocalDate heldOn,
        @Nullable List<String> present,
        @Nullable String result,
        @Nullable List<String> informed,
        @Nullable Boolean agreed,
        @Nullable String expectation,
        @Nullable LocalDate enrolledOn,
        @Nullable String reason,
        @Nullable String recommendation)
        implements ProgrammeRules {

    @OptionsOf("intake-talk.result")
    enum Result implements Code {
        TAKEN_IN,
        NOT_NOW,
        DECLINES
    }

    /** Those without whom it is no three-party talk. */
    @OptionsOf("intake-talk.present")
    enum Party implements Code {
        PARTICIPANT,
        COACH,
        CASEWORKER
    }

    IntakeTalk {
        List<String> wrong = new ArrayList<>();
        if (Appointment.held(outcome)) {
            if (heldOn == null) {
                wrong.add("Samtalet hölls: ange dagen.");
            }
            if (Result.TAKEN_IN.is(result)) {
                checkTakenIn(heldOn, present, agreed, enrolledOn, wrong);
            } else {
                NotTakenIn.require(reason, NotTakenIn.REASON, wrong);
                NotTakenIn.require(recommendation, NotTakenIn.RECOMMENDATION, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private static void checkTakenIn(
            @Nullable LocalDate heldOn,
            @Nullable List<String> present,
            @Nullable Boolean agreed,
            @Nullable LocalDate enrolledOn,
            List<String> wrong) {
        List<String> came = present == null ? List.of() : present;
        if (!Stream.of(Party.values()).map(Code::code).allMatch(came::contains)) {
            wrong.add("Deltog i samtalet: deltagaren, coachen och handläggaren ska alla ha deltagit. "
                    + "Boka annars en ny tid.");
        }
        if (!Boolean.TRUE.equals(agreed)) {
            wrong.add(
                    "Deltagaren vet att deltagandet är frivilligt och vill delta: ska markeras för den som skrivs in.");
        }
        if (enrolledOn == null) {
            wrong.add("Inskriven från: ange dagen.");
        } else if (heldOn != null && enrolledOn.isBefore(heldOn)) {
            wrong.add("Inskriven från: ange samtalets dag eller en senare dag.");
        }
    }

    @Override
    public void check(Settings programme, FormText form) {
        if (takenIn() && !programme.enrolment().saidAll(informed)) {
            throw new Refused(form.label("informed") + ": gå igenom allt innan deltagaren skrivs in.");
        }
    }

    boolean held() {
        return Appointment.held(outcome);
    }

    boolean takenIn() {
        return held() && Result.TAKEN_IN.is(result);
    }
}
