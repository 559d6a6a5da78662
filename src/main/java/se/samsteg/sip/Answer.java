package se.samsteg.sip;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.FormText;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * Whether a SIP meeting is asked for, in a programme where each participant has one unless there is a reason against it.
 *
 * @param wanted yes or no; what is asked for follows on the first, why not on the second, as in {@link Request}
 * @param reason code of the programme's list
 * @param askAgainOn when the question comes back; null where it does not
 */
@FactOf("proposal-answer")
record Answer(
        String wanted,
        @Nullable String purpose,
        @Nullable String wantedBy,
        @Nullable List<String> parties,
        @Nullable String otherParty,
        @Nullable String agenda,
        @Nullable Boolean agreed,
        @Nullable String reason,
        @Nullable String note,
        @Nullable LocalDate askAgainOn)
        implements ProgrammeRules {

    @Override
    public void check(Settings programme, FormText form) {
        if (YesNo.YES.is(wanted)) {
            return;
        }
        Settings.NoSip why = programme
                .sip()
                .reason(reason)
                .orElseThrow(() -> new Refused(form.label("reason") + ": välj ett skäl ur programmets lista."));
        if (why.asksAgain() && askAgainOn == null) {
            throw new Refused(form.label("askAgainOn") + ": ange en dag när skälet bara gäller tills vidare.");
        }
    }
}
