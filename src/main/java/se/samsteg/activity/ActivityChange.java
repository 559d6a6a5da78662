package se.samsteg.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * A step of the ladder begins beside the main step, or ends before its time: form {@code activity-change}.
 *
 * @param change begin or end
 * @param wantedGroup a group type of the programme; when prerehab begins, and when one of several ends
 */
record ActivityChange(
        String caseNumber,
        String change,
        String step,
        @Nullable String wantedGroup,
        @Nullable Boolean wantsAssessment,
        String reason)
        implements ProgrammeRules {

    @OptionsOf("activity-change.change")
    enum Change implements Code {
        BEGIN
    }

    boolean begins() {
        return Change.BEGIN.is(change);
    }

    Ladder.Wanted wanted() {
        return new Ladder.Wanted(step, wantedGroup, Boolean.TRUE.equals(wantsAssessment));
    }

    @Override
    public void check(Settings programme, FormText form) {
        List<String> types =
                programme.groups().stream().map(Settings.Group::type).toList();
        if (wantedGroup != null && !types.contains(wantedGroup)) {
            throw new Refused(form.label("wantedGroup") + ": programmet har inga sådana grupper.");
        }
        boolean needed =
                programme.step(step).map(Settings.Step::needsGroupOrAssessment).orElse(false);
        if (begins() && needed && wantedGroup == null && !Boolean.TRUE.equals(wantsAssessment)) {
            throw new Refused(form.label("wantedGroup")
                    + ": välj en grupp, eller kryssa i att arbetsterapeutens bedömning önskas.");
        }
    }
}
