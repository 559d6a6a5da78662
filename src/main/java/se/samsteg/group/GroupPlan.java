package se.samsteg.group;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/**
 * A group as the group coach plans it.
 *
 * @param type a group type of the coach's programme
 * @param secondLeader user id of another group coach
 * @param weekdays monday to friday, as many as the type has sessions a week
 * @param startTime HH:mm
 */
record GroupPlan(
        String type,
        @Nullable Boolean womenOnly,
        @Nullable String secondLeader,
        String place,
        LocalDate firstDay,
        List<String> weekdays,
        String startTime,
        Integer planned,
        Integer maximum) {

    GroupPlan {
        if (planned > maximum) {
            throw new Refused("Planerat antal deltagare: kan inte vara fler än högsta antal.");
        }
    }

    LocalTime time() {
        return LocalTime.parse(startTime);
    }

    /** @throws Refused naming all that the group type does not allow */
    void within(Settings.Group settings, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        if (firstDay.isBefore(today)) {
            wrong.add("Första dag: ange en dag från och med i dag.");
        }
        if (weekdays.size() != settings.sessionsPerWeek()) {
            wrong.add("Veckodagar: grupptypen har %d träffar i veckan.".formatted(settings.sessionsPerWeek()));
        }
        if (maximum > settings.maximum()) {
            wrong.add("Högsta antal deltagare: grupptypen tar högst %d.".formatted(settings.maximum()));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
