package se.samsteg.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What happened to a planned session. The roll call goes by seat: a participant has the same one through the group's
 * life. Who has no answer is not recorded, which is not the same as absent.
 *
 * @param outcome held, moved or cancelled
 * @param movedTo the new day of a moved session
 * @param rollCall a row for each participant; empty where the roll was not called
 * @param needs case numbers of those who need something individual
 */
record Session(
        String outcome,
        @Nullable LocalDate movedTo,
        List<String> themes,
        @Nullable String guest,
        List<Attendance> rollCall,
        List<String> needs,
        @Nullable String note) {

    @OptionsOf("group-session.outcome")
    enum Outcome implements Code {
        HELD,
        CANCELLED,
        MOVED
    }

    /** @param attendance took-part, present, excused or absent; null for who is not recorded */
    record Attendance(int seat, @Nullable String attendance) {}

    Session {
        // Fields that the form hides are not there at all.
        themes = Objects.requireNonNullElse(themes, List.of());
        needs = Objects.requireNonNullElse(needs, List.of());
        rollCall = Objects.requireNonNullElse(rollCall, List.of());
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

    /** The rows of those who are recorded. */
    List<Attendance> recorded() {
        return rollCall.stream().filter(row -> row.attendance() != null).toList();
    }

    /**
     * @param seats of those who have a place now; empty in a group that keeps no roll call
     * @throws Refused if the roll call was left out, or names a case that is not in the group
     */
    void callsRollOf(Set<Integer> seats) {
        Set<Integer> called = new HashSet<>();
        if (!rollCall.stream().allMatch(row -> called.add(row.seat()) && seats.contains(row.seat()))) {
            throw new Refused("Upprop: deltagarna är inte desamma längre. Öppna uppropet igen.");
        }
        if (Outcome.HELD.is(outcome) && called.isEmpty() && !seats.isEmpty()) {
            throw new Refused("Upprop: öppna uppropet och gå igenom deltagarna.");
        }
    }
}
