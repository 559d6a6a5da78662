package se.samsteg.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.CaseTasks;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * One's own participants, with what a member of staff would keep in a notebook: where each is, when they met last and meet
 * next, and what is late. A caseworker reads where the referral stands. As many statements for forty cases as for one.
 */
@Component
class OwnParticipants {

    private final OwnCases own;
    private final CaseTasks tasks;
    private final Programmes programmes;
    private final Actor actor;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnParticipants(OwnCases own, CaseTasks tasks, Programmes programmes, Actor actor, JdbcClient jdbc, Clock clock) {
        this.own = own;
        this.tasks = tasks;
        this.programmes = programmes;
        this.actor = actor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A participant in the list.
     *
     * @param label the name, or that the name is protected
     * @param status where the participant is, in Swedish
     * @param lastContact null before the first talk, and to those who do not read the talks
     * @param next when and where they meet next
     * @param late how many of the reader's own tasks in the case are late
     * @param todo the reader's own task that is due first
     */
    record Row(
            String caseNumber,
            String label,
            String status,
            @Nullable LocalDate lastContact,
            @Nullable String next,
            int late,
            CaseTasks.@Nullable Open todo,
            int weight) {

        boolean speaksOf(String asked) {
            return Stream.of(caseNumber, label)
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(asked));
        }
    }

    private record Case(
            String caseNumber,
            String programme,
            String caseworker,
            @Nullable String coach,
            int complexity,
            @Nullable LocalDate enrolledOn,
            @Nullable LocalDate closedOn,
            boolean waits,
            @Nullable String step,
            @Nullable OffsetDateTime heldAt,
            @Nullable String nextTalk,
            @Nullable String nextAt,
            @Nullable String nextPlace) {}

    /**
     * Those that are late first, then by when they are met next; or by name.
     *
     * @param asked a part of the name or of the case number; empty for all
     */
    @Transactional
    public List<Row> of(String asked, boolean byName) {
        List<OwnCases.Recognised> mine = own.all();
        List<String> numbers =
                mine.stream().map(OwnCases.Recognised::caseNumber).toList();
        Map<String, Case> cases = cases(numbers);
        Map<String, List<CaseTasks.Open>> open = tasks.of(numbers).stream()
                .filter(task -> task.isFor(actor.user(), actor.groups()))
                .collect(Collectors.groupingBy(CaseTasks.Open::caseNumber));
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        return mine.stream()
                .filter(one -> cases.containsKey(one.caseNumber()))
                .map(one -> row(
                        one,
                        Objects.requireNonNull(cases.get(one.caseNumber())),
                        open.getOrDefault(one.caseNumber(), List.of())))
                .filter(row -> row.speaksOf(wanted))
                .sorted(
                        byName
                                ? Comparator.comparing(Row::label)
                                : Comparator.<Row>comparingInt(row -> -row.late())
                                        .thenComparing(Row::next, Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(Row::caseNumber))
                .toList();
    }

    private Map<String, Case> cases(List<String> numbers) {
        return jdbc.sql("""
                        select c.case_number, c.programme, c.caseworker, c.coach, c.complexity, c.enrolled_on, c.closed_on,
                          w.case_number is not null as waits, s.step, h.held_at,
                          t.next_talk, t.next_at, t.next_place
                        from case_overview c
                        left join waiting_case w using (case_number)
                        left join lateral (select content ->> 'nextStep' as step from current_fact f
                          where f.case_number = c.case_number and (f.kind = 'planning-action-plan' or f.kind = 'coaching-next-step')
                          and content ->> 'nextStep' is not null order by recorded_at desc limit 1) s on true
                        left join lateral (select recorded_at as held_at from current_fact f
                          where f.case_number = c.case_number and f.kind = 'coaching-talk' and content ->> 'outcome' = 'held'
                          order by recorded_at desc limit 1) h on true
                        left join lateral (select content ->> 'nextTalk' as next_talk,
                            nullif(content ->> 'nextTalkAt', '') as next_at, nullif(content ->> 'nextTalkPlace', '') as next_place
                          from current_fact f
                          where f.case_number = c.case_number and f.kind = 'coaching-talk'
                          order by recorded_at desc limit 1) t on true
                        where c.case_number = any(?)""").param(numbers.toArray(String[]::new)).query(Case.class).list().stream()
                .collect(Collectors.toMap(Case::caseNumber, Function.identity()));
    }

    private Row row(OwnCases.Recognised one, Case found, List<CaseTasks.Open> open) {
        Settings programme = programmes.get(found.programme());
        boolean wholly = actor.user().equals(found.coach())
                || Role.PROGRAMME_LEAD.among(actor.groups()) && actor.tenants().contains(programme.tenant());
        LocalDate today = LocalDate.now(clock);
        OffsetDateTime held = found.heldAt();
        return new Row(
                one.caseNumber(),
                one.label().replace(", avslutat", ""),
                status(found, programme, wholly || !actor.user().equals(found.caseworker())),
                wholly && held != null ? held.atZoneSameInstant(clock.getZone()).toLocalDate() : null,
                wholly && found.closedOn() == null ? next(found, today) : null,
                (int) open.stream()
                        .filter(task -> task.dueOn() != null && task.dueOn().isBefore(today))
                        .count(),
                open.stream().findFirst().orElse(null),
                found.complexity());
    }

    /**
     * The step of the ladder, or how far the way to it has come.
     *
     * @param steps whether the reader reads on which step the participant is
     */
    private static String status(Case found, Settings programme, boolean steps) {
        if (found.closedOn() != null) {
            return "Avslutat " + found.closedOn();
        }
        String step = found.step();
        if (step != null && steps) {
            return new CaseWords(programme, Map.of()).of(step);
        }
        if (found.enrolledOn() != null) {
            return "Inskriven " + found.enrolledOn();
        }
        return found.waits() ? "Väntar på plats" : "Remissen prövas";
    }

    /** {@code 2026-12-01 10:00, Biblioteket}; null where no day is agreed, or it has passed. */
    private static @Nullable String next(Case found, LocalDate today) {
        String day = found.nextTalk();
        if (day == null || day.compareTo(today.toString()) < 0) {
            return null;
        }
        String time = found.nextAt();
        return Stream.of(
                        day,
                        time == null ? null : " " + time.substring(0, 5),
                        found.nextPlace() == null ? null : ", " + found.nextPlace())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }
}
