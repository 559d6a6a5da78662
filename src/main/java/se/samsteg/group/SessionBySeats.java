package se.samsteg.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Numbered;

/**
 * What happened to a session, as models up to 52b6883 ask it: with one field for each of twelve seats. Only groups that
 * cannot follow to a later model have it.
 *
 * @param rollCall by seat, {@code attendance1} and so on
 */
record SessionBySeats(
        String outcome,
        @Nullable LocalDate movedTo,
        List<String> themes,
        @Nullable String guest,
        @Numbered List<Attendance> rollCall,
        List<String> needs,
        @Nullable String note) {

    record Attendance(int number, String attendance) {}

    /** The same in today's words. */
    Session session() {
        return new Session(
                outcome,
                movedTo,
                themes,
                guest,
                rollCall.stream()
                        .map(one -> new Session.Attendance(one.number(), one.attendance()))
                        .toList(),
                needs,
                note);
    }
}
