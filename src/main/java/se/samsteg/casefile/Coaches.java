package se.samsteg.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/** The coaches of a coordination association, with what helps to choose one. */
@Component
public class Coaches {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final IdentityService identity;

    Coaches(JdbcClient jdbc, CaseFiles cases, @Lazy IdentityService identity) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.identity = identity;
    }

    /**
     * A coach as a choice.
     *
     * @param load weight points of the open cases
     * @param ceiling weight points that the share of the post allows
     */
    public record Coach(
            String user,
            String name,
            int load,
            int ceiling,
            String languages,
            @Nullable String authority) {

        boolean speaks(@Nullable String language) {
            return language != null
                    && !language.isBlank()
                    && languages.toLowerCase(Locale.ROOT).contains(language.toLowerCase(Locale.ROOT));
        }

        /** @throws Refused if cases of that weight pass the ceiling and nobody says why */
        public void take(int weight, @Nullable String ceilingReason) {
            if (load + weight > ceiling && ceilingReason == null) {
                throw new Refused(
                        "Skäl att gå över taket: coachen går över sitt tak, skriv varför eller välj en annan.");
            }
        }

        public String label() {
            return name + " – " + load + " av " + ceiling + " poäng"
                    + (load >= ceiling ? ", fullt" : "")
                    + (languages.isBlank() ? "" : " – " + languages)
                    + (authority == null ? "" : " – " + authority);
        }
    }

    private record Post(String userId, @Nullable String authority, int postPercent, String languages) {}

    /** Those who speak the language first, then those with most room. */
    public List<Coach> of(Settings programme, @Nullable String language) {
        Map<String, Integer> load = cases.load();
        Map<String, Post> posts = jdbc
                .sql("select user_id, authority, post_percent, languages from staff")
                .query(DataClassRowMapper.newInstance(Post.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Post::userId, Function.identity()));
        return identity.createUserQuery().memberOfGroup("coach").memberOfTenant(programme.tenant()).list().stream()
                .map(user -> coach(
                        user,
                        posts.getOrDefault(user.getId(), new Post(user.getId(), null, 100, "")),
                        load.getOrDefault(user.getId(), 0),
                        programme))
                .sorted(Comparator.comparing((Coach coach) -> !coach.speaks(language))
                        .thenComparing(coach -> coach.load() - coach.ceiling())
                        .thenComparing(Coach::name))
                .toList();
    }

    /** One of them, if that person is a coach here. */
    public Optional<Coach> find(Settings programme, String user) {
        return of(programme, null).stream()
                .filter(coach -> coach.user().equals(user))
                .findFirst();
    }

    private static Coach coach(User user, Post post, int load, Settings programme) {
        return new Coach(
                user.getId(),
                user.getFirstName() + " " + user.getLastName(),
                load,
                programme.coaching().loadCeiling() * post.postPercent() / 100,
                post.languages(),
                post.authority() == null
                        ? null
                        : programme.authority(post.authority()).orElse(post.authority()));
    }
}
