package se.samsteg.group;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What the programme says of a group's type. */
@Component
class GroupTypes {

    private final Programmes programmes;

    GroupTypes(Programmes programmes) {
        this.programmes = programmes;
    }

    Settings.Group of(PlannedGroup group) {
        return programmes.get(group.programme()).group(group.type());
    }

    /** Such as {@code Hälsogrupp G-2026-003}. */
    String name(PlannedGroup group) {
        return "%s %s".formatted(of(group).name(), group.number());
    }

    /** As {@link #name}, with where it meets: {@code Hälsogrupp G-2026-003, Folkets hus}. */
    String heading(PlannedGroup group) {
        String places = series(group).stream()
                .map(Series::place)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" och "));
        return places.isEmpty() ? name(group) : "%s, %s".formatted(name(group), places);
    }

    /** The series in which the group meets. */
    List<Series> series(PlannedGroup group) {
        Settings.Group type = of(group);
        return type.series().stream().map(one -> Series.of(type, one, group)).toList();
    }

    /** The series of that name. */
    Series series(PlannedGroup group, String name) {
        Settings.Group type = of(group);
        return Series.of(type, type.series(name), group);
    }
}
