package se.samsteg.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** Writes a table as a report. What of it may be read {@link Publication} has decided. */
class ReportWriter {

    /** What stands under which heading, by the beginning of the figure's id. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final String OTHERS = "Övrigt";

    /** In place of a count that is withheld. */
    private static final String WITHHELD = "för få att visa";

    private final Settings programme;

    ReportWriter(Settings programme) {
        this.programme = programme;
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Från remiss till inskrivning", List.of("cases", "referrals.", "conference."));
        sections.put("Avslutade deltagare", List.of("exits"));
        sections.put(
                "Vad det blev",
                List.of("goal", "workOrStudies", "livelihood", "occupation", "sickLeave", "oneYear", "background"));
        sections.put("Aktuella deltagare efter remissens år", List.of("stock"));
        sections.put("Grupper och samtal", List.of("groups", "coaching"));
        sections.put("Tid", List.of("time"));
        sections.put(
                "Samverkan",
                List.of("sip", "measures", "recommendations", "partners", "handovers", "events", "volume"));
        return sections;
    }

    Report write(Published account) {
        Map<String, List<Report.Line>> lines = new LinkedHashMap<>();
        SECTIONS.keySet().forEach(heading -> lines.put(heading, new ArrayList<>()));
        lines.put(OTHERS, new ArrayList<>());
        account.figures().forEach(figure -> lines.computeIfAbsent(heading(figure.id()), heading -> new ArrayList<>())
                .addAll(lines(figure)));
        return new Report(
                goals(account),
                lines.entrySet().stream()
                        .filter(section -> !section.getValue().isEmpty())
                        .map(section -> new Report.Section(section.getKey(), section.getValue()))
                        .toList(),
                unmeasured(account));
    }

    private static String heading(String figure) {
        return SECTIONS.entrySet().stream()
                .filter(section -> section.getValue().stream().anyMatch(figure::startsWith))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHERS);
    }

    private List<Report.Goal> goals(Published account) {
        return account.figures().stream()
                .flatMap(figure -> programme.results().goals().stream()
                        .filter(goal -> goal.figure().equals(figure.id()))
                        .filter(goal -> !goal.from().isAfter(account.to())
                                && (goal.to() == null || !goal.to().isBefore(account.from())))
                        .map(goal -> new Report.Goal(goal.wording(), reached(figure, goal))))
                .toList();
    }

    private String reached(Published.Shown figure, Settings.Goal goal) {
        return figure.targets().stream()
                .filter(target -> !target.from().isBefore(goal.from())
                        && (goal.to() == null || !target.to().isAfter(goal.to())))
                .findFirst()
                .map(target -> "%s till %s: %s"
                        .formatted(
                                target.from(),
                                target.to(),
                                share(target.count(), target.of(), Account.percent(target.count(), target.of()))))
                .orElseGet(() -> value(figure));
    }

    private List<Report.Line> lines(Published.Shown figure) {
        return Stream.concat(
                        Stream.of(new Report.Line(figure.label(), value(figure), false)),
                        figure.parts().stream().map(part -> new Report.Line(part.label(), value(figure, part), true)))
                .toList();
    }

    private String value(Published.Shown figure) {
        Integer missing = figure.missing();
        Integer unaccounted = figure.unaccounted();
        return Stream.of(
                        share(figure.count(), figure.of(), figure.percent()),
                        missing != null && missing == 0 ? "" : number(missing) + " saknas",
                        unaccounted != null && unaccounted == 0 ? "" : number(unaccounted) + " ej redovisade")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String share(@Nullable Integer count, @Nullable Integer of, @Nullable Integer percent) {
        return count == null || of == null
                ? number(count)
                : "%d av %d%s".formatted(count, of, percent == null ? "" : ", " + percent + " %");
    }

    private static String value(Published.Shown figure, Published.Part part) {
        Integer count = part.count();
        if (count == null) {
            return WITHHELD;
        }
        if (TimeFigures.days(figure.id())) {
            return count + (count == 1 ? " dag" : " dagar");
        }
        return count + (part.percent() == null ? "" : " (" + part.percent() + " %)");
    }

    private static String number(@Nullable Integer count) {
        return count == null ? WITHHELD : String.valueOf(count);
    }

    private List<String> unmeasured(Published account) {
        return account.figures().stream()
                .filter(figure -> figure.missing() == null || figure.missing() > 0)
                .map(this::unmeasured)
                .toList();
    }

    /** {@code Bättre hälsa vid avslut kunde inte mätas för 4 av 23: gick inte att nå 4.} */
    private String unmeasured(Published.Shown figure) {
        Integer missing = figure.missing();
        String whom =
                missing == null || figure.of() == null ? number(missing) : missing + " av " + (figure.of() + missing);
        String why = figure.missingReasons().stream()
                .map(reason -> reason.label().toLowerCase(SWEDISH) + " " + number(reason.count()))
                .collect(Collectors.joining(", ", ": ", ""));
        return "%s kunde inte mätas för %s%s.".formatted(figure.label(), whom, why.equals(": ") ? "" : why);
    }
}
