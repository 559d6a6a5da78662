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

/** Writes an account as a report, exact or as it may be published. */
class ReportWriter {

    /** What stands under which heading, by the beginning of the figure's id. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final String OTHERS = "Övrigt";
    private static final String DAYS = "time.";

    private final Settings programme;
    private final boolean published;

    /** @param published small counts are withheld */
    ReportWriter(Settings programme, boolean published) {
        this.programme = programme;
        this.published = published;
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

    Report write(Account account) {
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

    private List<Report.Goal> goals(Account account) {
        return account.figures().stream()
                .flatMap(figure -> programme.results().goals().stream()
                        .filter(goal -> goal.figure().equals(figure.id()))
                        .filter(goal -> !goal.from().isAfter(account.to())
                                && (goal.to() == null || !goal.to().isBefore(account.from())))
                        .map(goal -> new Report.Goal(goal.wording(), reached(figure, goal))))
                .toList();
    }

    private String reached(Account.Shown figure, Settings.Goal goal) {
        return figure.targets().stream()
                .filter(target -> !target.from().isBefore(goal.from())
                        && (goal.to() == null || !target.to().isAfter(goal.to())))
                .findFirst()
                .map(target -> "%s till %s: %s"
                        .formatted(
                                target.from(),
                                target.to(),
                                share(target.count(), target.of(), 0, Account.percent(target.count(), target.of()))))
                .orElseGet(() -> value(figure));
    }

    private List<Report.Line> lines(Account.Shown figure) {
        boolean withheld = published && figure.parts().stream().anyMatch(part -> small(part.count()));
        return Stream.concat(
                        Stream.of(new Report.Line(figure.label(), value(figure), false)),
                        figure.parts().stream()
                                .map(part -> new Report.Line(part.label(), value(figure, part, withheld), true)))
                .toList();
    }

    private String value(Account.Shown figure) {
        String share = share(figure.count(), figure.of(), figure.missing(), figure.percent());
        return Stream.of(
                        share,
                        figure.missing() == 0 ? "" : number(figure.missing()) + " saknas",
                        figure.unaccounted() == 0 ? "" : number(figure.unaccounted()) + " ej redovisade")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String share(int count, @Nullable Integer of, int missing, @Nullable Integer percent) {
        if (of == null) {
            return number(count);
        }
        if (published && (small(count) || small(of) || small(of - count) || small(missing))) {
            return SmallCounts.WITHHELD;
        }
        return "%d av %d%s".formatted(count, of, percent == null ? "" : ", " + percent + " %");
    }

    private String value(Account.Shown figure, Account.Part part, boolean withheld) {
        if (figure.id().startsWith(DAYS)) {
            return published && small(figure.count())
                    ? SmallCounts.WITHHELD
                    : part.count() + (part.count() == 1 ? " dag" : " dagar");
        }
        return withheld && part.count() > 0
                ? SmallCounts.WITHHELD
                : part.count() + (part.percent() == null ? "" : " (" + part.percent() + " %)");
    }

    private String number(int count) {
        return published && small(count) ? SmallCounts.WITHHELD : String.valueOf(count);
    }

    private static boolean small(int count) {
        return SmallCounts.small(count);
    }

    private List<String> unmeasured(Account account) {
        return account.figures().stream()
                .filter(figure -> figure.missing() > 0)
                .map(this::unmeasured)
                .toList();
    }

    /** {@code Bättre hälsa vid avslut kunde inte mätas för 4 av 23: gick inte att nå 4.} */
    private String unmeasured(Account.Shown figure) {
        boolean withheld = published
                && (small(figure.missing())
                        || figure.missingReasons().stream().anyMatch(reason -> small(reason.count())));
        String whom = withheld || figure.of() == null
                ? number(figure.missing())
                : figure.missing() + " av " + (figure.of() + figure.missing());
        String why = withheld
                ? ""
                : figure.missingReasons().stream()
                        .map(reason -> reason.label().toLowerCase(SWEDISH) + " " + reason.count())
                        .collect(Collectors.joining(", ", ": ", ""));
        return "%s kunde inte mätas för %s%s.".formatted(figure.label(), whom, why.equals(": ") ? "" : why);
    }
}
