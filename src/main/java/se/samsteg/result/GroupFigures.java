package se.samsteg.result;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsteg.programme.Settings;

/** Groups of the period, who took part in them, and how they and the cases stand to the volume that is aimed at. */
class GroupFigures {

    private GroupFigures() {}

    static List<Figure> groups() {
        return List.of(
                Figure.ofProgramme("groups", GroupFigures::planned),
                Figure.ofProgramme(
                        "groups.sessions",
                        counted -> Tally.of(counted.work().groups().stream()
                                .mapToInt(Work.Group::sessions)
                                .sum())),
                new Figure("groups.participants", counted -> Tally.of(
                                EventFigures.sum(EventFigures.times(counted, "seat")))
                        .with(EventFigures.times(counted, "seat"))),
                new Figure("groups.attendance", GroupFigures::attendance),
                new Figure("groups.missed", counted -> Tally.of(counted.times("missed", "missed"))));
    }

    static List<Figure> volume() {
        return List.of(
                Figure.ofProgramme("volume", GroupFigures::cases),
                Figure.ofProgramme("volume.groups", GroupFigures::held));
    }

    private static Tally planned(Counted counted) {
        Work work = counted.work();
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("planned", work.groups(one -> !one.cancelled() && !one.begun()));
        parts.put("held", work.groups(one -> !one.cancelled() && one.begun()));
        parts.put("cancelled", work.groups(Work.Group::cancelled));
        return Tally.of(work.groups().size()).with(parts);
    }

    /** Who was there, of those of whom it was recorded. */
    private static Tally attendance(Counted counted) {
        Map<String, Integer> parts =
                EventFigures.times(counted, "attendance", "took-part", "present", "excused", "absent");
        return Tally.of(parts.getOrDefault("took-part", 0) + parts.getOrDefault("present", 0), EventFigures.sum(parts))
                .beside(parts);
    }

    /** Taken up, against the fewest that are aimed at; without a filter only. */
    private static Tally cases(Counted counted) {
        int taken = counted.where(one -> counted.period().has(one.takenUpOn())).size();
        Settings.Volume volume = counted.programme().results().volume();
        if (volume == null || counted.work().chosen()) {
            return Tally.of(taken);
        }
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("fewest", share(counted, volume.fewestCases()));
        parts.put("most", share(counted, volume.mostCases()));
        return Tally.of(taken, share(counted, volume.fewestCases())).beside(parts);
    }

    private static Tally held(Counted counted) {
        int held = counted.work().groups(one -> !one.cancelled() && one.begun());
        Settings.Volume volume = counted.programme().results().volume();
        return volume == null ? Tally.of(held) : Tally.of(held, share(counted, volume.groups()));
    }

    /** Of what is aimed at in a year, by the days of the period, rounded half up. */
    static int share(Counted counted, int inAYear) {
        long years = 0;
        Period period = counted.period();
        while (!period.from().plusYears(years + 1).isAfter(period.to().plusDays(1))) {
            years++;
        }
        long rest = ChronoUnit.DAYS.between(
                period.from().plusYears(years), period.to().plusDays(1));
        return (int) Math.floor(inAYear * (years + rest / 365.0) + 0.5);
    }
}
