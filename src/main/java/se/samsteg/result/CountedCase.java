package se.samsteg.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as figures count it, one of Samsteg's or imported. Dates and codes as in the import's file.
 *
 * @param by code of the dimension that figures are broken down by; null without one
 * @param closedOn of a case without an exit
 */
record CountedCase(
        String caseNumber,
        @Nullable String by,
        boolean imported,
        LocalDate referredOn,
        @Nullable Integer birthYear,
        boolean duplicate,
        @Nullable String notIn,
        @Nullable LocalDate takenUpOn,
        @Nullable String decision,
        @Nullable Boolean jointPlan,
        @Nullable LocalDate calledOn,
        @Nullable LocalDate coachOn,
        @Nullable LocalDate placedOn,
        @Nullable LocalDate enrolledOn,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate closedOn,
        Left left,
        Situation before,
        Situation after,
        @Nullable String education,
        @Nullable Integer monthsOnSupport,
        FollowUp followUp) {

    /** How a participant left; all of it is null or empty before. */
    record Left(
            @Nullable LocalDate on,
            @Nullable String ground,
            @Nullable String mainOutcome,
            List<String> secondaryOutcomes,
            @Nullable String continuation,
            @Nullable String health,
            @Nullable String healthMissing,
            @Nullable String selfSupport,
            @Nullable String selfSupportMissing) {}

    /**
     * What a participant lives on and does.
     *
     * @param workPercent extent of work or studies
     */
    record Situation(
            List<String> livelihood,
            @Nullable String occupation,
            @Nullable Integer workPercent,
            @Nullable Integer sickLeavePercent) {}

    /**
     * What was answered a year after the exit.
     *
     * @param missing why there is no answer; null where there is one, or where it was not asked for
     */
    record FollowUp(
            @Nullable LocalDate on,
            @Nullable String missing,
            @Nullable String occupation,
            List<String> livelihood,
            @Nullable String health) {

        /** An imported answer can have no day. */
        boolean answered() {
            return on != null || occupation != null || !livelihood.isEmpty() || health != null;
        }
    }

    /** The first day as a participant: of the decision to admit. */
    @Nullable
    LocalDate beganOn() {
        return calledOn != null ? calledOn : Decision.ADMIT.is(decision) ? takenUpOn : null;
    }

    /** The first day on which the case is no participant's any more; null while it is. */
    @Nullable
    LocalDate overOn() {
        return left.on != null ? left.on : closedOn;
    }

    /** The years at the referral, by the years alone; null where the year of birth is not known. */
    @Nullable
    String ageBand() {
        if (birthYear == null) {
            return null;
        }
        int age = referredOn.getYear() - birthYear;
        return age < 18 || age > 64
                ? "other"
                : age < 25 ? "18-24" : "%d-%d".formatted((age - 25) / 10 * 10 + 25, (age - 25) / 10 * 10 + 34);
    }

    static CountedCase of(ResultSet row) throws SQLException {
        return new CountedCase(
                row.getString("case_number"),
                row.getString("by"),
                row.getString("case_file") == null,
                row.getObject("referred_on", LocalDate.class),
                integer(row, "birth_year"),
                row.getBoolean("duplicate"),
                row.getString("not_in"),
                row.getObject("taken_up_on", LocalDate.class),
                row.getString("decision"),
                row.getObject("joint_plan", Boolean.class),
                row.getObject("called_on", LocalDate.class),
                row.getObject("coach_on", LocalDate.class),
                row.getObject("placed_on", LocalDate.class),
                row.getObject("enrolled_on", LocalDate.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                new Left(
                        row.getObject("exit_on", LocalDate.class),
                        row.getString("ground"),
                        row.getString("main_outcome"),
                        codes(row, "secondary_outcomes"),
                        row.getString("continuation"),
                        row.getString("health_at_exit"),
                        row.getString("health_missing_reason"),
                        row.getString("self_support_at_exit"),
                        row.getString("self_support_missing_reason")),
                situation(row, "before"),
                situation(row, "after"),
                row.getString("education"),
                integer(row, "months_on_support"),
                new FollowUp(
                        row.getObject("follow_up_on", LocalDate.class),
                        row.getString("follow_up_missing_reason"),
                        row.getString("follow_up_occupation"),
                        codes(row, "follow_up_livelihood"),
                        row.getString("follow_up_health")));
    }

    private static Situation situation(ResultSet row, String when) throws SQLException {
        return new Situation(
                codes(row, "livelihood_" + when),
                row.getString("occupation_" + when),
                integer(row, "work_percent_" + when),
                integer(row, "sick_leave_percent_" + when));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
