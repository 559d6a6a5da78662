package se.samsteg.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import se.samsteg.staff.Role;

/** What happened within the period: talks, groups, SIP meetings, what other parties promised and answered. */
class EventFigures {

    private EventFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure("coaching", EventFigures::coaching),
                new Figure("sip", EventFigures::sip),
                new Figure("measures", EventFigures::measures),
                new Figure("recommendations", EventFigures::recommendations),
                new Figure("events", EventFigures::events));
    }

    private static Map<String, Integer> parts(
            Counted counted, String kind, ToIntFunction<CountedCases.Happened> number) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        counted.happened(kind).forEach(one -> parts.merge(one.code(), number.applyAsInt(one), Integer::sum));
        return parts;
    }

    private static Tally coaching(Counted counted) {
        Map<String, Integer> parts = parts(counted, "talk", CountedCases.Happened::times);
        Map<String, Integer> shown = new LinkedHashMap<>(parts);
        shown.put(
                "first-eight-weeks",
                counted.happened("talk").stream()
                        .filter(one -> one.code().equals("held"))
                        .mapToInt(CountedCases.Happened::soon)
                        .sum());
        shown.put("coach-changes", counted.times("handover", Role.COACH.id()));
        int all = parts.values().stream().mapToInt(Integer::intValue).sum();
        return Tally.of(counted.times("talk", "held"), all).beside(shown);
    }

    private static Tally sip(Counted counted) {
        Map<String, Integer> parts = parts(counted, "sip", CountedCases.Happened::times);
        return Tally.of(counted.times("sip", "held"), counted.times("sip", "asked"))
                .beside(parts);
    }

    private static Tally measures(Counted counted) {
        return Tally.of(counted.times("measure", "done"), counted.times("measure", "promised"))
                .beside(parts(counted, "measure", CountedCases.Happened::times));
    }

    private static Tally recommendations(Counted counted) {
        Map<String, Integer> parts = parts(counted, "recommendation", CountedCases.Happened::times);
        return Tally.of(parts.values().stream().mapToInt(Integer::intValue).sum())
                .with(parts);
    }

    /** Once for each case and event. */
    private static Tally events(Counted counted) {
        Map<String, Integer> parts = parts(counted, "event", CountedCases.Happened::cases);
        return Tally.of(parts.values().stream().mapToInt(Integer::intValue).sum())
                .beside(parts);
    }
}
