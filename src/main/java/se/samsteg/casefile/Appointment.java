package se.samsteg.casefile;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** How a meeting that was agreed with a participant went. A time that was moved and a valid reason are no no-show. */
@OptionsOf({
    "intake-talk.outcome",
    "planning-enrolment.outcome",
    "prerehab-support-assessment.outcome",
    "orientation-progress.outcome",
    "workplace-introduction.outcome",
    "workplace-follow-up.outcome"
})
public enum Appointment implements Code {
    HELD,
    MOVED,
    EXCUSED,
    ABSENT;

    /** @param outcome null in what was written before the form asked, when only a meeting that was held was recorded */
    public static boolean held(@Nullable String outcome) {
        return outcome == null || HELD.is(outcome);
    }
}
