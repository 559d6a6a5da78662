package se.samsteg.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What happened to a planned session. The roll call goes by seat: a participant has the same one through the group's
 * life. A seat without an answer is not recorded, which is not the same as absent.
 *
 * @param outcome held, moved or cancelled
 * @param movedTo the new day of a moved session
 * @param attendance1 and the others: took-part, present, excused or absent
 * @param needs case numbers of those who need something individual
 */
record Session(
        String outcome,
        @Nullable LocalDate movedTo,
        List<String> themes,
        @Nullable String guest,
        @Nullable String attendance1,
        @Nullable String attendance2,
        @Nullable String attendance3,
        @Nullable String attendance4,
        @Nullable String attendance5,
        @Nullable String attendance6,
        @Nullable String attendance7,
        @Nullable String attendance8,
        @Nullable String attendance9,
        @Nullable String attendance10,
        @Nullable String attendance11,
        @Nullable String attendance12,
        List<String> needs,
        @Nullable String note) {

    @OptionsOf("group-session.outcome")
    enum Outcome implements Code {
        HELD,
        CANCELLED,
        MOVED
    }

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
        boolean attended = !bySeat(
                        attendance1,
                        attendance2,
                        attendance3,
                        attendance4,
                        attendance5,
                        attendance6,
                        attendance7,
                        attendance8,
                        attendance9,
                        attendance10,
                        attendance11,
                        attendance12)
                .isEmpty();
        if (!Outcome.HELD.is(outcome) && (attended || !needs.isEmpty())) {
            wrong.add("Upprop: görs bara när träffen hölls.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** What was recorded, by seat; seats without an answer are not in it. */
    Map<Integer, String> rollCall() {
        return bySeat(
                attendance1,
                attendance2,
                attendance3,
                attendance4,
                attendance5,
                attendance6,
                attendance7,
                attendance8,
                attendance9,
                attendance10,
                attendance11,
                attendance12);
    }

    private static Map<Integer, String> bySeat(@Nullable String... answers) {
        Map<Integer, String> recorded = new TreeMap<>();
        for (int seat = 1; seat <= answers.length; seat++) {
            String answer = answers[seat - 1];
            if (answer != null) {
                recorded.put(seat, answer);
            }
        }
        return recorded;
    }
}
