package se.samsteg.absence;

import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** What the referring authority and the coach decide about repeated no-shows. */
@OptionsOf({"absence-contact.decision", "absence-inquiry.decision"})
enum Decision implements Code {
    CONTINUE,
    INQUIRY,
    EXIT
}
