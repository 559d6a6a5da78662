package se.samsteg.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What happened to a planned session. The roll call goes by seat: a participant has the same one through the group's
 * life. A seat without an answer is not recorded, which is not the same as absent.
 *
 * @param outcome held, moved or cancelled
 * @param movedTo the new day of a moved session
 * @param needs case numbers of those who need something individual
 */
record Session(
        String outcome,
        @Nullable LocalDate movedTo,
        List<String> themes,
        @Nullable String guest,
        @Numbered List<Attendance> rollCall,
        List<String> needs,
        @Nullable String note) {

    @OptionsOf("group-session.outcome")
    enum Outcome implements Code {
        HELD,
        CANCELLED,
        MOVED
    }

    /**
     * @param number the seat
     * @param attendance took-part, present, excused or absent
     */
    record Attendance(int number, String attendance) {}

    Session {
        // Fields that the form hides are not there at all.
        themes = Objects.requireNonNullElse(themes, List.of());
        needs = Objects.requireNonNullElse(needs, List.of());
        List<String> wrong = new ArrayList<>();
        if (Outcome.MOVED.is(outcome) && movedTo == null) {
            wrong.add("Ny dag: ange när träffen blir av.");
        }
        if (!Outcome.MOVED.is(outcome) && movedTo != null) {
            wrong.add("Ny dag: anges bara när träffen flyttas.");
        }
        if (!Outcome.HELD.is(outcome) && (!rollCall.isEmpty() || !needs.isEmpty())) {
            wrong.add("Upprop: görs bara när träffen hölls.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
