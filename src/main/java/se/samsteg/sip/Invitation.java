package se.samsteg.sip;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/**
 * The call to a SIP meeting: form {@code sip-invitation}.
 *
 * @param called called, or no-meeting where there will be none; the rest but the reason is there only for the first
 * @param networkInvited who is called to a meeting without authorities, in words
 */
record Invitation(
        String called,
        @Nullable LocalDate meetingOn,
        @Nullable LocalTime meetingAt,
        @Nullable String place,
        List<String> invited,
        @Nullable String otherInvited,
        @Nullable String networkInvited,
        @Nullable String noMeetingReason) {

    @OptionsOf("sip-invitation.invited")
    enum Party implements Code {
        OTHER
    }

    @OptionsOf("sip-invitation.called")
    enum Called implements Code {
        CALLED
    }

    boolean takesPlace() {
        return Called.CALLED.is(called);
    }
}
