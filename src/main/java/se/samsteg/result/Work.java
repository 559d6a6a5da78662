package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What coaches, groups and sittings did. Groups and sittings are the programme's, whichever cases are chosen.
 *
 * @param chosen whether only some of the programme's cases are chosen, so that a yearly volume says nothing of them
 */
record Work(List<Load> loads, List<Group> groups, List<Sitting> sittings, boolean chosen) {

    /**
     * What a coach carries on the last day of the period.
     *
     * @param by code of the dimension that figures are broken down by; null without one
     * @param points weights of the cases, summed
     */
    record Load(String coach, @Nullable String by, int points) {}

    /**
     * A group that was planned to begin within the period.
     *
     * @param sessions held within it
     */
    record Group(boolean cancelled, boolean begun, int sessions) {}

    /**
     * A sitting that was held within the period.
     *
     * @param present codes of authorities
     */
    record Sitting(LocalDate day, List<String> present) {}

    Work only(String code) {
        return new Work(loads.stream().filter(one -> code.equals(one.by())).toList(), groups, sittings, true);
    }

    int groups(Predicate<Group> which) {
        return Tally.count(groups, which);
    }
}
