package se.samsteg.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Imported cases of each programme, of all that can be told of one some told and some not, with events. */
final class RandomCases {

    private static final LocalDate FIRST = LocalDate.of(2009, 6, 1);

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Random random;

    RandomCases(JdbcClient jdbc, Programmes programmes, Random random) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.random = random;
    }

    void insert(int cases) {
        for (String programme : List.of("samboradet", "ama")) {
            for (int i = 0; i < cases; i++) {
                insert(programmes.get(programme), "%s-2011-9%04d".formatted(programme.toUpperCase(), i));
            }
        }
    }

    private void insert(Settings programme, String number) {
        LocalDate referred = FIRST.plusDays(random.nextInt(900));
        @Nullable LocalDate taken = after(referred, 60);
        boolean admitted = random.nextInt(4) > 0;
        @Nullable LocalDate called = taken != null && admitted ? after(taken, 5) : null;
        @Nullable LocalDate enrolled = called == null ? null : after(called, 40);
        @Nullable LocalDate planned = enrolled == null ? null : after(enrolled, 60);
        @Nullable LocalDate exit = taken != null && admitted ? after(taken, 500) : null;
        @Nullable LocalDate year = exit == null ? null : after(exit.plusYears(1), 20);
        jdbc.sql("""
                        insert into counted_case (case_number, programme, referred_on, authority, unit, sex, birth_year,
                          taken_up_on, decision, joint_plan, called_on, enrolled_on, planned_on, exit_on, ground,
                          main_outcome, secondary_outcomes, health_at_exit, health_missing_reason, self_support_at_exit,
                          cohort, livelihood_before, livelihood_after, occupation_before, occupation_after,
                          work_percent_before, work_percent_after, sick_leave_percent_before, sick_leave_percent_after,
                          education, months_on_support, follow_up_on, follow_up_missing_reason, follow_up_occupation,
                          follow_up_livelihood)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                          ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        programme.id(),
                        referred,
                        one("af", "fk", "soc", "region"),
                        one("a-unit", "another"),
                        one("woman", "man"),
                        number(1940, 60),
                        taken,
                        taken == null ? null : admitted ? "admit" : one("recommend"),
                        random.nextInt(5) == 0 ? null : random.nextBoolean(),
                        called,
                        enrolled,
                        planned,
                        exit,
                        exit == null ? null : one("job", "studies", "drop-out"),
                        exit == null
                                ? null
                                : one(programme.exit().mainOutcomes().stream()
                                        .map(Settings.MainOutcome::code)
                                        .toArray(String[]::new)),
                        several("studies", "pension"),
                        exit == null ? null : one("better", "same", "worse"),
                        one("unreachable", "declined"),
                        one("better", "same", "worse"),
                        one("a cohort", "the next"),
                        several("sickness-benefit", "social-assistance", "salary"),
                        several("sickness-benefit", "activity-support", "salary"),
                        one("working", "studying", "sick-leave", "unknown"),
                        one("working", "studying", "sick-leave", "unknown"),
                        number(0, 100),
                        number(0, 100),
                        number(0, 100),
                        number(0, 100),
                        one("compulsory", "upper-secondary"),
                        number(0, 200),
                        year,
                        random.nextInt(9) == 0 ? one("unreachable", "deceased") : null,
                        year == null ? null : one("working", "sick-leave", "unknown"),
                        several("salary", "sickness-benefit"))
                .update();
        if (enrolled != null) {
            add(number, "talk", "held", enrolled.plusDays(20), null);
        }
        event(number, "talk", referred, "held", "moved", "excused", "absent");
        event(number, "event", referred, "cbt-begun", "part-time-work");
        event(number, "attendance", referred, "took-part", "present", "excused", "absent");
        event(number, "missed", referred, "missed");
        event(number, "seat", referred, programme.groups().get(0).type());
        event(number, "handover", referred, "coach");
        event(number, "measure", referred, "done", "open", "refused", "not-needed");
        event(number, "recommendation", referred, "followed", "unanswered", "not-yet");
        event(
                number,
                "step",
                referred,
                programme.ladder().stream().map(Settings.Step::step).toArray(String[]::new));
        event(number, "answer", referred, "af", "fk", "soc", "region");
        if (random.nextBoolean()) {
            add(number, "sip", "asked", referred.plusDays(30), referred.plusDays(60));
            add(number, "sip", one("held", "doctor-absent"), referred.plusDays(30), null);
        }
    }

    private void event(String number, String kind, LocalDate referred, String... codes) {
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate day = referred.plusDays(random.nextInt(250));
            add(
                    number,
                    kind,
                    codes[random.nextInt(codes.length)],
                    random.nextInt(9) == 0 ? null : day,
                    day.plusDays(40));
        }
    }

    private void add(
            String number, String kind, @Nullable String code, @Nullable LocalDate day, @Nullable LocalDate until) {
        if (code != null) {
            jdbc.sql("insert into counted_event (case_number, kind, code, happened_on, until) values (?, ?, ?, ?, ?)")
                    .params(number, kind, code, day, day == null ? null : until)
                    .update();
        }
    }

    private @Nullable LocalDate after(LocalDate day, int within) {
        return random.nextInt(6) == 0 ? null : day.plusDays(random.nextInt(within));
    }

    private @Nullable Integer number(int from, int below) {
        return random.nextInt(5) == 0 ? null : from + random.nextInt(below);
    }

    private @Nullable String one(String... codes) {
        return random.nextInt(5) == 0 ? null : codes[random.nextInt(codes.length)];
    }

    private String[] several(String... codes) {
        List<String> some = new ArrayList<>();
        for (String code : codes) {
            if (random.nextInt(3) == 0) {
                some.add(code);
            }
        }
        return some.toArray(String[]::new);
    }
}
