package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/**
 * A participant came to an agreed meeting, or did not come and had told no reason.
 *
 * @param day of the meeting as it was agreed
 */
@NamedInterface("events")
public record AppointmentRecorded(String caseNumber, Meeting meeting, LocalDate day, boolean came) {

    /** What staff agree with a participant, beside talks and sessions, which have events of their own. */
    @NamedInterface("events")
    public enum Meeting {
        INTAKE("intake-talk"),
        ENROLMENT("planning-enrolment"),
        ASSESSMENT("prerehab-support-assessment"),
        ORIENTATION("orientation-progress"),
        INTRODUCTION("workplace-introduction"),
        FOLLOW_UP("workplace-follow-up"),
        SIP("sip-meeting");

        private final String form;

        Meeting(String form) {
            this.form = form;
        }

        /** The form in which it is recorded. */
        public String form() {
            return form;
        }

        /** As tables have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
