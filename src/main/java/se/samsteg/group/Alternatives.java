package se.samsteg.group;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Json;
import se.samsteg.form.Numbered;
import se.samsteg.group.ParticipationChange.Change;

/** What participants do instead of what they cannot take part in, by series: as the plan says, and changes after it. */
@Component
class Alternatives {

    private static final String PLAN = "planning-action-plan";

    private final JdbcClient jdbc;

    Alternatives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a plan says of it: of one thing in general, and of series of the programme's groups. */
    @FactOf(PLAN)
    record Planned(
            @Nullable String activityRestriction,
            @Nullable String alternative,
            @Numbered("unable") List<Unable> unable) {

        record Unable(
                int number,
                @Nullable String series,
                @Nullable String instead) {}
    }

    private record Fact(String caseNumber, String kind, String content) {}

    /** For each case that has one: such as {@code i stället för Träning: promenader}. */
    Map<String, String> of(Collection<String> caseNumbers) {
        Map<String, Map<String, String>> all = new HashMap<>();
        facts(caseNumbers)
                .forEach(fact ->
                        take(fact, all.computeIfAbsent(fact.caseNumber(), caseNumber -> new LinkedHashMap<>())));
        return all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> text(one.getValue())));
    }

    private List<Fact> facts(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select case_number, kind, content::text as content from current_fact
                        where case_number = any(?) and kind in ('planning-action-plan', 'participation-change')
                        order by recorded_at, id""")
                        .param(caseNumbers.toArray(String[]::new))
                        .query(Fact.class)
                        .list();
    }

    private static void take(Fact fact, Map<String, String> instead) {
        if (fact.kind().equals(PLAN)) {
            Planned plan = read(fact, Planned.class);
            instead.clear();
            if (plan.activityRestriction() != null && plan.alternative() != null) {
                instead.put(plan.activityRestriction(), plan.alternative());
            }
            plan.unable().stream()
                    .filter(row -> row.series() != null && row.instead() != null)
                    .forEach(row -> instead.put(Objects.requireNonNull(row.series()), row.instead()));
            return;
        }
        ParticipationChange change = read(fact, ParticipationChange.class);
        if (change.series() != null && Change.ADAPT.is(change.change())) {
            instead.put(change.series(), Objects.requireNonNull(change.instead()));
        } else if (change.series() != null && Change.RESUME.is(change.change())) {
            instead.remove(change.series());
        }
    }

    private static String text(Map<String, String> instead) {
        return instead.entrySet().stream()
                .map(one -> "i stället för %s: %s".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static <T> T read(Fact fact, Class<T> type) {
        return Json.read(fact.content(), type);
    }
}
