package se.samsteg.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of a coordination association's conference, each of whom acts for an authority. */
@Component
public class ConferenceMembers {

    private final JdbcClient jdbc;
    private final IdentityService identity;

    ConferenceMembers(JdbcClient jdbc, @Lazy IdentityService identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /** @param authority af, fk, soc or region; null if it is not known, when nothing may be told */
    public record Member(String user, @Nullable String authority) {}

    /** In the order of their user ids. */
    public List<Member> of(String tenant) {
        List<String> users =
                identity.createUserQuery().memberOfGroup("conference").memberOfTenant(tenant).list().stream()
                        .map(User::getId)
                        .sorted()
                        .toList();
        Map<String, String> authorities = authorities(users);
        return users.stream()
                .map(user -> new Member(user, authorities.get(user)))
                .toList();
    }

    private Map<String, String> authorities(List<String> users) {
        Map<String, String> authorities = new HashMap<>();
        if (!users.isEmpty()) {
            jdbc.sql("select user_id, authority from staff where user_id in (:users) and authority is not null")
                    .param("users", users)
                    .query(row -> {
                        authorities.put(row.getString("user_id"), row.getString("authority"));
                    });
        }
        return authorities;
    }
}
