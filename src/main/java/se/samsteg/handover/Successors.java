package se.samsteg.handover;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Coaches;
import se.samsteg.casefile.Holders;
import se.samsteg.form.Choice;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Those who can take over: coaches for coaches, caseworkers of the same authority, group coaches for group leaders. */
@Component
class Successors {

    private final Coaches coaches;
    private final Holders holders;
    private final IdentityService identity;
    private final Programmes programmes;

    Successors(Coaches coaches, Holders holders, @Lazy IdentityService identity, Programmes programmes) {
        this.coaches = coaches;
        this.holders = holders;
        this.identity = identity;
        this.programmes = programmes;
    }

    /** What somebody holds, as far as it decides who can take it over. */
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

    /** Colleagues who can take over something of it, coaches with their load. */
    List<Choice> of(Held held, String tenant, String from) {
        Map<String, Choice> found = new LinkedHashMap<>();
        held.coached().map(programmes::get).ifPresent(settings -> coaches.of(settings, null)
                .forEach(coach -> found.putIfAbsent(coach.user(), new Choice(coach.label(), coach.user()))));
        for (String authority : held.authorities()) {
            members("caseworker-" + authority, tenant)
                    .forEach(user -> found.putIfAbsent(
                            user.getId(),
                            new Choice(
                                    name(user) + " – handläggare, " + programmes.authority(authority), user.getId())));
        }
        if (!held.groups().isEmpty()) {
            members("group-coach", tenant)
                    .forEach(user ->
                            found.putIfAbsent(user.getId(), new Choice(name(user) + " – gruppcoach", user.getId())));
        }
        found.remove(from);
        return List.copyOf(found.values());
    }

    /** Whether that person can take over all of it. */
    boolean fits(Held held, String tenant, String user) {
        return (held.coached().isEmpty() || holders.worksAs("coach", tenant, user))
                && held.authorities().stream()
                        .allMatch(authority -> holders.worksAs("caseworker-" + authority, tenant, user))
                && (held.groups().isEmpty() || holders.worksAs("group-coach", tenant, user));
    }

    /** @throws se.samsteg.form.Refused if a coach would pass the ceiling and nobody says why */
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

    /** The person's name, or the user id of somebody who is no user any more. */
    String name(String user) {
        User found = identity.createUserQuery().userId(user).singleResult();
        return found == null ? user : name(found);
    }

    private static String name(User user) {
        return Objects.toString(user.getFirstName(), "") + " " + Objects.toString(user.getLastName(), "");
    }

    private List<User> members(String group, String tenant) {
        return identity.createUserQuery()
                .memberOfGroup(group)
                .memberOfTenant(tenant)
                .orderByUserFirstName()
                .asc()
                .list();
    }
}
