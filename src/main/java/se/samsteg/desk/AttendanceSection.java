package se.samsteg.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Attendances;
import se.samsteg.casefile.Standing;
import se.samsteg.casefile.View;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** How the participant came to the sessions of groups, month by month, in the tab Akten. */
@Component
class AttendanceSection {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Attendances attendances;
    private final Programmes programmes;

    AttendanceSection(Attendances attendances, Programmes programmes) {
        this.attendances = attendances;
        this.programmes = programmes;
    }

    /** The newest month first; to a leader those of the own groups, to a caseworker what is shared with the authority. */
    Section of(View view) {
        List<Attendances.Month> months = view.wholly()
                ? attendances.all(view.caseNumber())
                : view.standings().contains(Standing.GROUP_COACH)
                        ? attendances.ofOwnGroups(view.caseNumber())
                        : attendances.shared(view.file());
        Settings programme = programmes.get(view.file().programme());
        return Section.of(
                "Närvaro i grupp",
                months.stream()
                        .map(month -> Section.line(
                                MONTH.format(month.month()), group(programme, month) + ": " + month.text()))
                        .toArray(Section.Line[]::new));
    }

    private static String group(Settings programme, Attendances.Month month) {
        return programme.groups().stream()
                .filter(type -> type.type().equals(month.type()))
                .map(type -> type.name() + " " + month.groupNumber())
                .findFirst()
                .orElse(month.groupNumber());
    }
}
