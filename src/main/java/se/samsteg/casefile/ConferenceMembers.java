package se.samsteg.casefile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** The members of a coordination association's conference, each of whom acts for an authority. */
@Component
public class ConferenceMembers {

    private final Posts posts;
    private final Colleagues colleagues;

    ConferenceMembers(Posts posts, Colleagues colleagues) {
        this.posts = posts;
        this.colleagues = colleagues;
    }

    /** @param authority af, fk, soc or region; null if it is not known, when nothing may be told */
    public record Member(String user, @Nullable String authority) {}

    /** In the order of their user ids. */
    public List<Member> of(String tenant) {
        List<String> users = colleagues.in(Role.CONFERENCE, tenant).stream()
                .map(Colleagues.Colleague::id)
                .sorted()
                .toList();
        Map<String, String> authorities = posts.authorities(users);
        return users.stream()
                .map(user -> new Member(user, authorities.get(user)))
                .toList();
    }
}
