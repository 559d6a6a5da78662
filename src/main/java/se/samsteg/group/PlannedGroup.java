package se.samsteg.group;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * A group from planning to evaluation.
 *
 * @param number such as {@code G-2026-003}
 * @param leader user id
 * @param place where it meets, if its type leaves that open; so with the weekdays and the time
 * @param weekdays such as {@code monday,thursday}
 * @param cohortFrom first day of the month in which its cohort begins; null for a group that begins none
 * @param cohortTo first day of the month in which its cohort closes
 * @param closingOn when it was decided that no session without an end follows on the one that is planned
 */
record PlannedGroup(
        String number,
        String programme,
        String type,
        boolean womenOnly,
        String leader,
        @Nullable String secondLeader,
        @Nullable String place,
        LocalDate firstDay,
        @Nullable String weekdays,
        @Nullable LocalTime startsAt,
        int planned,
        int maximum,
        @Nullable LocalDate staffedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable LocalDate closingOn,
        @Nullable LocalDate cohortFrom,
        @Nullable LocalDate cohortTo) {

    /** @throws Refused if it has ended or was cancelled: then nothing about it changes any more */
    PlannedGroup running() {
        if (endedOn != null) {
            throw new Refused("Grupp: gruppen är avslutad. Välj en annan.");
        }
        return this;
    }

    /** Whether it has not ended and is of the kind that is waited for. */
    boolean takes(GroupPlaces.Wish wish) {
        return endedOn == null && programme.equals(wish.programme()) && type.equals(wish.type());
    }

    boolean ledBy(String user) {
        return leaders().contains(user);
    }

    Set<DayOfWeek> days() {
        if (weekdays == null) {
            return Set.of();
        }
        return Arrays.stream(weekdays.split(","))
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> leaders() {
        return secondLeader == null
                ? List.of(leader)
                : Stream.of(leader, secondLeader).toList();
    }
}
