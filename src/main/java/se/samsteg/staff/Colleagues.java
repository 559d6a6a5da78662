package se.samsteg.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.engine.ReadOnce;

/**
 * Who works here, as Camunda's identity service knows it: the one place of the domain that asks it. The engine lets
 * administrators alone look up users; every member of staff may know a colleague's name, so the query runs without an
 * authenticated user.
 */
@Component
public class Colleagues {

    private final IdentityService identity;

    /** Of a user without an account nothing, and that too is asked once. */
    private final ReadOnce<String, Optional<String>> read = new ReadOnce<>();

    Colleagues(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /**
     * A member of staff.
     *
     * @param id user id
     * @param mail as the account has it; null if it has none
     */
    public record Colleague(
            String id, String name, @Nullable String mail) {}

    /** All who have an account in an association, by their names. */
    public List<Colleague> of(String tenant) {
        return asked(
                () -> identity.createUserQuery().memberOfTenant(tenant).orderByUserFirstName().asc().list().stream()
                        .map(Colleagues::colleague)
                        .toList());
    }

    /** The members of an association in a role, by their names. */
    public List<Colleague> in(Role role, String tenant) {
        return inGroup(role.id(), tenant);
    }

    /**
     * An authority's caseworkers in an association, by their names.
     *
     * @param authority its code
     */
    public List<Colleague> caseworkers(String authority, String tenant) {
        return inGroup(Role.caseworkers(authority), tenant);
    }

    /**
     * The members of an association in a group, by their names.
     *
     * @param group its id, as a task's candidates name it
     */
    public List<Colleague> inGroup(String group, String tenant) {
        return asked(
                () -> identity
                        .createUserQuery()
                        .memberOfGroup(group)
                        .memberOfTenant(tenant)
                        .orderByUserFirstName()
                        .asc()
                        .list()
                        .stream()
                        .map(Colleagues::colleague)
                        .toList());
    }

    public Optional<Colleague> find(String user) {
        return asked(() -> Optional.ofNullable(byId(user).singleResult()).map(Colleagues::colleague));
    }

    public boolean exists(String user) {
        return asked(() -> byId(user).count() > 0);
    }

    /** Whether a user has an account in an association. */
    public boolean worksIn(String tenant, String user) {
        return asked(() -> byId(user).memberOfTenant(tenant).count() > 0);
    }

    /** The groups of a member of an association; none for a user of another one. */
    public Set<String> groups(String user, @Nullable String tenant) {
        if (tenant == null) {
            return Set.of();
        }
        return asked(() -> byId(user).memberOfTenant(tenant).count() > 0
                ? identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet())
                : Set.of());
    }

    /** Whether a user works in an association in a role. */
    public boolean worksAs(Role role, @Nullable String tenant, String user) {
        return role.among(groups(user, tenant));
    }

    /**
     * Whether a user is a caseworker of an authority in an association.
     *
     * @param authority its code
     */
    public boolean isCaseworker(String authority, @Nullable String tenant, String user) {
        return groups(user, tenant).contains(Role.caseworkers(authority));
    }

    /** Names by user id, of those who have an account; each is asked once in a transaction. */
    public Map<String, String> names(Collection<String> users) {
        String[] unknown = users.stream()
                .filter(user -> read.known(user).isEmpty())
                .distinct()
                .toArray(String[]::new);
        Map<String, String> asked = new HashMap<>();
        if (unknown.length > 0) {
            asked(() -> identity.createUserQuery().userIdIn(unknown).list())
                    .forEach(user -> asked.put(user.getId(), name(user)));
        }
        Map<String, String> names = new HashMap<>();
        users.forEach(user ->
                read.of(user, () -> Optional.ofNullable(asked.get(user))).ifPresent(name -> names.put(user, name)));
        return names;
    }

    /** The name, or the user id where there is no account any more. */
    public String name(String user) {
        return names(List.of(user)).getOrDefault(user, user);
    }

    private UserQuery byId(String user) {
        return identity.createUserQuery().userId(user);
    }

    private static Colleague colleague(User user) {
        return new Colleague(user.getId(), name(user), user.getEmail());
    }

    private static String name(User user) {
        return (Objects.toString(user.getFirstName(), "") + " " + Objects.toString(user.getLastName(), "")).strip();
    }

    private <T> T asked(Supplier<T> question) {
        var asking = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            identity.setAuthentication(asking);
        }
    }
}
