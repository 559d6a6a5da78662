package se.samsteg.group;

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
}
