package se.samsteg.absence;

import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** What a roll call says of a participant, as far as it matters to the no-shows. */
@OptionsOf("group-session.rollCall")
enum Attendance implements Code {
    TOOK_PART,
    PRESENT,
    ABSENT
}
