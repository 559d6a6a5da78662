package se.samsteg.group;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/**
 * A group as the group coach plans it.
 *
 * @param ofProgramme its id, asked where the association has several
 * @param type a group type of the programme
 * @param secondLeader user id of another group coach
 * @param place where it meets, if the type leaves that open; so with the weekdays and the time
 * @param weekdays monday to friday, as many as the type has sessions a week; in a series without an end not more
 * @param startTime HH:mm
 */
record GroupPlan(
        @Nullable String ofProgramme,
        String type,
        @Nullable Boolean womenOnly,
        @Nullable String secondLeader,
        @Nullable String place,
        LocalDate firstDay,
        List<String> weekdays,
        @Nullable String startTime,
        Integer planned,
        Integer maximum) {

    GroupPlan {
        weekdays = Objects.requireNonNullElse(weekdays, List.of());
        if (planned > maximum) {
            throw new Refused("Planerat antal deltagare: kan inte vara fler än högsta antal.");
        }
    }

    @Nullable
    LocalTime time() {
        return startTime == null ? null : LocalTime.parse(startTime);
    }

    /** @throws Refused naming all that the group type does not allow */
    void within(Settings.Group settings, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        if (firstDay.isBefore(today)) {
            wrong.add("Första dag: ange en dag från och med i dag.");
        }
        leftOpen(settings, wrong);
        settings.series().stream().filter(series -> series.weekdays() == null).forEach(series -> meets(series, wrong));
        if (maximum > settings.maximum()) {
            wrong.add("Högsta antal deltagare: grupptypen tar högst %d.".formatted(settings.maximum()));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** A series without an end may be held less often than its type allows. */
    private void meets(Settings.Series series, List<String> wrong) {
        int most = series.sessionsPerWeek();
        boolean fewer = series.weeks() == null && !weekdays.isEmpty() && weekdays.size() < most;
        if (weekdays.size() != most && !fewer) {
            wrong.add("Veckodagar: grupptypen har %s%d träffar i veckan."
                    .formatted(series.weeks() == null ? "högst " : "", most));
        }
    }

    /** What the type says itself is not asked, and what it leaves open must be answered. */
    private void leftOpen(Settings.Group settings, List<String> wrong) {
        leftOpen("Plats", settings, Settings.Series::place, place != null, wrong);
        leftOpen("Veckodagar", settings, Settings.Series::weekdays, !weekdays.isEmpty(), wrong);
        leftOpen("Börjar klockan", settings, Settings.Series::time, startTime != null, wrong);
    }

    private static void leftOpen(
            String label,
            Settings.Group settings,
            Function<Settings.Series, @Nullable Object> said,
            boolean answered,
            List<String> wrong) {
        boolean open = settings.series().stream().anyMatch(series -> said.apply(series) == null);
        if (open && !answered) {
            wrong.add(label + ": fyll i fältet.");
        } else if (!open && answered) {
            wrong.add(label + ": lämna tomt. Det är redan bestämt för grupptypen.");
        }
    }
}
