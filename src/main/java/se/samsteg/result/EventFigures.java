package se.samsteg.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsteg.staff.Role;

/** What happened within the period: talks, groups, SIP meetings, what other parties promised and answered. */
class EventFigures {

    private EventFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure("coaching", EventFigures::coaching),
                new Figure("coaching.early", counted -> Tally.of(early(counted))),
                new Figure("coaching.changes", counted -> Tally.of(counted.times("handover", Role.COACH.id()))),
                Figure.ofNumbers("coaching.load", EventFigures::load),
                new Figure("sip", EventFigures::sip),
                Figure.ofNumbers("sip.days", counted -> TimeFigures.tally(counted.days("sip", "asked"))),
                new Figure("measures", EventFigures::measures),
                new Figure("measures.late", EventFigures::late),
                new Figure("recommendations", EventFigures::recommendations),
                new Figure("events", EventFigures::events));
    }

    /** How often each thing happened, those codes first that are listed. */
    static Map<String, Integer> times(Counted counted, String kind, String... codes) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        Stream.of(codes).forEach(code -> parts.put(code, 0));
        counted.happened(kind).forEach(one -> parts.merge(one.code(), one.times(), Integer::sum));
        return parts;
    }

    static int sum(Map<String, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Tally coaching(Counted counted) {
        Map<String, Integer> parts = times(counted, "talk", "held", "moved", "excused", "absent");
        return Tally.of(parts.getOrDefault("held", 0), sum(parts)).beside(parts);
    }

    private static int early(Counted counted) {
        return counted.happened("talk").stream()
                .filter(one -> one.code().equals("held"))
                .mapToInt(CountedCases.Happened::soon)
                .sum();
    }

    /** The weight of all cases, how many coaches share it, and the most that one carries. */
    private static Tally load(Counted counted) {
        Map<String, Integer> coaches = new LinkedHashMap<>();
        counted.work().loads().forEach(one -> coaches.merge(one.coach(), one.points(), Integer::sum));
        int points = sum(coaches);
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("coaches", coaches.size());
        if (!coaches.isEmpty()) {
            parts.put("mean", Math.floorDiv(2 * points + coaches.size(), 2 * coaches.size()));
            parts.put("most", Collections.max(coaches.values()));
        }
        return Tally.of(points).beside(parts);
    }

    /** Of those that were asked for; one that has not been settled is unaccounted. */
    private static Tally sip(Counted counted) {
        Map<String, Integer> parts = times(counted, "sip", "held");
        int asked = Optional.ofNullable(parts.remove("asked")).orElse(0);
        return Tally.of(parts.getOrDefault("held", 0), asked).beside(parts).unaccounted(asked - sum(parts));
    }

    /** Of those that were promised. */
    private static Tally measures(Counted counted) {
        Map<String, Integer> parts = times(counted, "measure", "done", "open");
        parts.remove("late");
        return Tally.of(parts.getOrDefault("done", 0), sum(parts)).beside(parts);
    }

    /** Of those that were promised: settled later than promised, or open although the day has passed. */
    private static Tally late(Counted counted) {
        int open = counted.happened("measure").stream()
                .filter(one -> one.code().equals("open"))
                .mapToInt(CountedCases.Happened::overdue)
                .sum();
        int settled = counted.times("measure", "late");
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("settled", settled);
        parts.put("open", open);
        Map<String, Integer> promised = times(counted, "measure");
        promised.remove("late");
        return Tally.of(settled + open, sum(promised)).with(parts);
    }

    /** Answered, of those that were given. */
    private static Tally recommendations(Counted counted) {
        Map<String, Integer> parts = times(counted, "recommendation", "followed", "partly", "not-followed", "not-yet");
        int silent = Optional.ofNullable(parts.remove("unanswered")).orElse(0);
        int answered = sum(parts);
        return Tally.known(answered, answered + silent, silent == 0 ? Map.of() : Map.of("unanswered", silent))
                .with(parts);
    }

    /** Once for each case and event. */
    private static Tally events(Counted counted) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        counted.happened("event").forEach(one -> parts.merge(one.code(), one.cases(), Integer::sum));
        return Tally.of(sum(parts)).beside(parts);
    }
}
