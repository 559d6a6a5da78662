package se.samsteg.steering;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lead adds to a quarter's figures: form {@code steering-report}.
 *
 * @param comment what the figures mean
 * @param agenda of the steering group's next meeting, a point a line
 * @param meetingOn day of that meeting; null while it is not set
 * @param authoritiesPresent at the meeting before
 * @param othersPresent names or offices of others who were there
 */
record QuarterReport(
        String comment,
        String agenda,
        @Nullable LocalDate meetingOn,
        List<String> authoritiesPresent,
        @Nullable String othersPresent) {

    QuarterReport {
        authoritiesPresent = List.copyOf(authoritiesPresent);
    }
}
