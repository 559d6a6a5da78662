package se.samsteg.group;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What the programme says of a group's type. */
@Component
class GroupTypes {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Programmes programmes;

    GroupTypes(Programmes programmes) {
        this.programmes = programmes;
    }

    Settings.Group of(PlannedGroup group) {
        return programmes.get(group.programme()).group(group.type());
    }

    Settings.Group of(String programme, String type) {
        return programmes.get(programme).group(type);
    }

    /** Such as {@code Hälsogrupp G-2026-003}. */
    String name(PlannedGroup group) {
        return "%s %s".formatted(of(group).name(), group.number());
    }

    /** As {@link #name}, with where it meets and the cohort that it begins: {@code Hälsogrupp G-2026-003, Folkets hus}. */
    String heading(PlannedGroup group) {
        String places = series(group).stream()
                .map(Series::place)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" och "));
        String cohort = group.cohortFrom() == null || group.cohortTo() == null
                ? ""
                : "kohort %s till %s".formatted(MONTH.format(group.cohortFrom()), MONTH.format(group.cohortTo()));
        return Stream.of(name(group), places, cohort)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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
