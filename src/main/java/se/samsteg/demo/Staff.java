package se.samsteg.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.staff.Posts;

/**
 * Somebody to log in as in every role, after the groups are installed. Whoever is there already is left as it is.
 */
@Component
@Profile({"demo", "test"})
@Order(Ordered.LOWEST_PRECEDENCE)
class Staff implements ApplicationRunner {

    static final String PASSWORD = "samsteg";
    static final String TENANT = "botkyrka";

    static final List<Member> MEMBERS = List.of(
            new Member("handlaggare.af", "Anna", "Lindqvist", "caseworker-af", "af", 100, "svenska"),
            new Member("handlaggare.af2", "Peter", "Sandberg", "caseworker-af", "af", 100, "svenska, finska"),
            new Member("handlaggare.fk", "Fredrik", "Åkesson", "caseworker-fk", "fk", 100, "svenska"),
            new Member("handlaggare.soc", "Sara", "Haddad", "caseworker-soc", "soc", 100, "svenska, arabiska"),
            new Member("handlaggare.region", "Karin", "Öberg", "caseworker-region", "region", 75, "svenska"),
            new Member("ledamot.af", "Lars", "Nyström", "conference", "af", 20, "svenska"),
            new Member("ledamot.fk", "Eva", "Söderberg", "conference", "fk", 20, "svenska"),
            new Member("ledamot.soc", "Mikael", "Demir", "conference", "soc", 20, "svenska, turkiska"),
            new Member("ledamot.region", "Birgitta", "Holm", "conference", "region", 20, "svenska"),
            new Member("coach1", "Maria", "Ekström", "coach", "af", 50, "svenska, spanska"),
            new Member("coach2", "Yusuf", "Öztürk", "coach", "soc", 50, "svenska, turkiska"),
            new Member("gruppcoach1", "Lena", "Bergman", "group-coach", "soc", 50, "svenska"),
            new Member("gruppcoach2", "Jonas", "Wallin", "group-coach", "region", 50, "svenska, arabiska"),
            new Member("arbetsterapeut1", "Ingrid", "Hedlund", "occupational-therapist", "region", 20, "svenska"),
            new Member("konsulent1", "Daniel", "Forsberg", "employment-consultant", "af", 50, "svenska"),
            new Member("projektledare1", "Helena", "Björk", "programme-lead", "soc", 80, "svenska"),
            new Member("styrgrupp1", "Göran", "Sjöström", "steering-group", "soc", 10, "svenska"),
            new Member("admin", "Astrid", "Norén", "camunda-admin", "soc", 100, "svenska"));

    private final IdentityService identity;
    private final Posts posts;

    Staff(IdentityService identity, Posts posts) {
        this.identity = identity;
        this.posts = posts;
    }

    /**
     * @param authority the home authority: af, fk, soc or region
     * @param postPercent of a full-time post
     */
    record Member(
            String id,
            String firstName,
            String lastName,
            String group,
            String authority,
            int postPercent,
            String languages) {

        String mail() {
            return id + "@botkyrka.example";
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        MEMBERS.forEach(this::add);
    }

    private void add(Member member) {
        if (identity.createUserQuery().userId(member.id()).count() == 0) {
            var user = identity.newUser(member.id());
            user.setFirstName(member.firstName());
            user.setLastName(member.lastName());
            user.setEmail(member.mail());
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
        if (identity.createGroupQuery()
                        .groupId(member.group())
                        .groupMember(member.id())
                        .count()
                == 0) {
            identity.createMembership(member.id(), member.group());
        }
        if (identity.createTenantQuery()
                        .tenantId(TENANT)
                        .userMember(member.id())
                        .count()
                == 0) {
            identity.createTenantUserMembership(TENANT, member.id());
        }
        posts.add(new Posts.Post(member.id(), member.authority(), member.postPercent(), member.languages()));
    }
}
