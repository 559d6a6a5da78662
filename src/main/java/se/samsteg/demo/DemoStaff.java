package se.samsteg.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samsteg.staff.Posts;

/**
 * Makes a user to log in as for every role, after the groups are installed. A user who exists already is left
 * unchanged.
 */
@Component
@Profile({"demo", "test"})
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoStaff implements ApplicationRunner {

    static final String PASSWORD = "samsteg";

    static final List<Member> MEMBERS = read();

    private final IdentityService identity;
    private final Posts posts;

    DemoStaff(IdentityService identity, Posts posts) {
        this.identity = identity;
        this.posts = posts;
    }

    /**
     * @param authority the home authority
     * @param postPercent of a full-time post
     */
    record Member(
            String id,
            String firstName,
            String lastName,
            String group,
            String authority,
            int postPercent,
            String languages,
            @Nullable String phone,
            @Nullable String unit,
            @Nullable String deputy,
            String tenant) {

        String mail() {
            return id + "@" + tenant + ".example";
        }
    }

    private static List<Member> read() {
        try {
            return new ClassPathResource("demo/staff.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(of -> new Member(
                            of[0],
                            of[1],
                            of[2],
                            of[3],
                            of[4],
                            Integer.parseInt(of[5]),
                            of[6],
                            given(of[7]),
                            given(of[8]),
                            given(of[9]),
                            of[10]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/staff.csv", e);
        }
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
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
                        .tenantId(member.tenant())
                        .userMember(member.id())
                        .count()
                == 0) {
            identity.createTenantUserMembership(member.tenant(), member.id());
        }
        posts.add(new Posts.Post(
                member.id(),
                member.authority(),
                member.postPercent(),
                member.languages(),
                member.phone(),
                member.unit(),
                member.deputy()));
    }
}
