package se.samsteg.login;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.form.Refused;
import se.samsteg.staff.Posts;

/**
 * Keeps the engine's users, groups and tenants as the provider's claims say they are: the rest of Samsteg asks the engine
 * for names, mail addresses and who is in which group. Writes only what differs.
 */
@Component
@Profile("prod")
class Accounts {

    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final Posts posts;

    Accounts(IdentityService identity, JdbcClient jdbc, Posts posts) {
        this.identity = identity;
        this.jdbc = jdbc;
        this.posts = posts;
    }

    /** Makes or updates the account, so that it has exactly the values of the claims. It has no password. */
    @Transactional
    void bring(Member member) {
        alone(member.id());
        name(member);
        groups(member.id(), member.groups());
        tenants(member.id(), Set.of(member.tenant()));
        // A post has other data too, which the provider does not decide.
        posts.assign(member.id(), member.authority());
    }

    /** Takes an account out of every group and tenant; what it has done keeps its name. */
    @Transactional
    void withdraw(String user) {
        alone(user);
        groups(user, Set.of());
        tenants(user, Set.of());
    }

    /** Two sessions of one user may update the account at the same moment. */
    private void alone(String user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('login'), hashtext(?))")
                .param(user)
                .query(row -> {});
    }

    private void name(Member member) {
        User known = identity.createUserQuery().userId(member.id()).singleResult();
        User user = known == null ? identity.newUser(member.id()) : known;
        if (known == null
                || !member.firstName().equals(user.getFirstName())
                || !member.lastName().equals(user.getLastName())
                || !Objects.equals(member.email(), user.getEmail())) {
            user.setFirstName(member.firstName());
            user.setLastName(member.lastName());
            user.setEmail(member.email());
            try {
                identity.saveUser(user);
            } catch (Refused e) {
                throw new LoginRefused(Refusal.PROVIDER, "the name or the mail address in the token is none", e);
            }
        }
    }

    private void groups(String user, Set<String> wanted) {
        Set<String> has = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        has.stream().filter(group -> !wanted.contains(group)).forEach(group -> identity.deleteMembership(user, group));
        wanted.stream().filter(group -> !has.contains(group)).forEach(group -> identity.createMembership(user, group));
    }

    private void tenants(String user, Set<String> wanted) {
        Set<String> has = identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        has.stream()
                .filter(tenant -> !wanted.contains(tenant))
                .forEach(tenant -> identity.deleteTenantUserMembership(tenant, user));
        wanted.stream()
                .filter(tenant -> !has.contains(tenant))
                .forEach(tenant -> identity.createTenantUserMembership(tenant, user));
    }
}
