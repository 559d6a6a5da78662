package se.samsteg.result;

import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** What a referral came to, at a conference or in a three-party talk. */
@OptionsOf("conference-assessment.decision")
enum Decision implements Code {
    ADMIT,
    RECOMMEND
}
