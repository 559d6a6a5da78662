package se.samsteg.handover;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Coaches;
import se.samsteg.form.Choice;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** Those who can take over: coaches for coaches, caseworkers of the same authority, group coaches for group leaders. */
@Component
class Successors {

    private final Coaches coaches;
    private final Colleagues colleagues;
    private final Posts posts;
    private final Programmes programmes;

    Successors(Coaches coaches, Colleagues colleagues, Posts posts, Programmes programmes) {
        this.coaches = coaches;
        this.colleagues = colleagues;
        this.posts = posts;
        this.programmes = programmes;
    }

    /** What a user holds, as far as it decides who can take it over. */
    record Held(List<Holding> cases, List<LedGroup> groups) {

        boolean nothing() {
            return cases.isEmpty() && groups.isEmpty();
        }

        private Optional<String> coached() {
            return cases.stream()
                    .filter(Holding::coached)
                    .map(Holding::programme)
                    .findFirst();
        }

        private List<String> authorities() {
            return cases.stream()
                    .filter(holding -> !holding.coached())
                    .map(Holding::authority)
                    .distinct()
                    .toList();
        }
    }

    /** Colleagues who can take over something of it, coaches with their load; who stands in for that user is first. */
    List<Choice> of(Held held, String tenant, String from) {
        Map<String, Choice> found = new LinkedHashMap<>();
        held.coached().map(programmes::get).ifPresent(settings -> coaches.of(settings, null)
                .forEach(coach -> found.putIfAbsent(coach.user(), new Choice(coach.label(), coach.user()))));
        for (String authority : held.authorities()) {
            colleagues
                    .caseworkers(authority, tenant)
                    .forEach(user -> found.putIfAbsent(
                            user.id(),
                            new Choice(
                                    user.name() + " – handläggare, " + programmes.authorityIn(tenant, authority),
                                    user.id())));
        }
        if (!held.groups().isEmpty()) {
            colleagues
                    .in(Role.GROUP_COACH, tenant)
                    .forEach(
                            user -> found.putIfAbsent(user.id(), new Choice(user.name() + " – gruppcoach", user.id())));
        }
        found.remove(from);
        String deputy = posts.of(from).deputy();
        return found.values().stream()
                .sorted(Comparator.comparing(choice -> !choice.value().equals(deputy)))
                .toList();
    }

    /** Whether that person can take over all of it. */
    boolean fits(Held held, String tenant, String user) {
        return (held.coached().isEmpty() || colleagues.worksAs(Role.COACH, tenant, user))
                && held.authorities().stream().allMatch(authority -> colleagues.isCaseworker(authority, tenant, user))
                && (held.groups().isEmpty() || colleagues.worksAs(Role.GROUP_COACH, tenant, user));
    }

    /** @throws se.samsteg.form.Refused if a coach would pass the ceiling and no reason is given */
    void take(Collection<Holding> cases, String user, @Nullable String ceilingReason) {
        int weight = cases.stream().mapToInt(Holding::load).sum();
        List<Settings> involved = cases.stream()
                .filter(Holding::coached)
                .map(Holding::programme)
                .distinct()
                .map(programmes::get)
                .toList();
        for (Settings settings : involved) {
            coaches.find(settings, user).ifPresent(coach -> coach.take(weight, ceilingReason));
        }
    }

    /** The person's name, or the user id where there is no account any more. */
    String name(String user) {
        return colleagues.name(user);
    }
}
