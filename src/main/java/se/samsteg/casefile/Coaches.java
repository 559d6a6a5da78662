package se.samsteg.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Colleagues.Colleague;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Posts.Post;
import se.samsteg.staff.Role;

/** The coaches of a coordination association, with what helps to choose one. */
@Component
public class Coaches {

    private final Posts posts;
    private final StaffCases cases;
    private final Colleagues colleagues;

    Coaches(Posts posts, StaffCases cases, Colleagues colleagues) {
        this.posts = posts;
        this.cases = cases;
        this.colleagues = colleagues;
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

        boolean hasRoom(int weight) {
            return load + weight <= ceiling;
        }

        /** @throws Refused if cases of that weight pass the ceiling and no reason is given */
        public void take(int weight, @Nullable String ceilingReason) {
            if (!hasRoom(weight) && ceilingReason == null) {
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

    /** Those who speak the language first, then those with most room. */
    public List<Coach> of(Settings programme, @Nullable String language) {
        Map<String, Integer> load = cases.load();
        Map<String, Post> posted = posts.all().stream().collect(Collectors.toMap(Post::userId, Function.identity()));
        return colleagues.in(Role.COACH, programme.tenant()).stream()
                .map(user -> coach(
                        user,
                        posted.getOrDefault(user.id(), Post.unknown(user.id())),
                        load.getOrDefault(user.id(), 0),
                        programme))
                .sorted(Comparator.comparing((Coach coach) -> !coach.speaks(language))
                        .thenComparing(coach -> coach.load() - coach.ceiling())
                        .thenComparing(Coach::name))
                .toList();
    }

    /**
     * The one with the lowest load, as a share of the ceiling, of those who are at work today and have room.
     *
     * @param language that the coach has to speak; null where it is not known
     * @param weight of the case
     */
    Optional<Coach> leastLoaded(Settings programme, @Nullable String language, int weight) {
        Set<String> away = cases.away();
        return of(programme, language).stream()
                .filter(coach -> coach.hasRoom(weight) && !away.contains(coach.user()))
                .filter(coach -> language == null || language.isBlank() || coach.speaks(language))
                .min(Comparator.comparingDouble((Coach coach) -> (double) coach.load() / coach.ceiling())
                        .thenComparing(Coach::name));
    }

    /** One of them, if that person is a coach here. */
    public Optional<Coach> find(Settings programme, String user) {
        return of(programme, null).stream()
                .filter(coach -> coach.user().equals(user))
                .findFirst();
    }

    private static Coach coach(Colleague user, Post post, int load, Settings programme) {
        return new Coach(
                user.id(),
                user.name(),
                load,
                programme.coaching().loadCeiling() * post.postPercent() / 100,
                post.languages(),
                post.authority() == null
                        ? null
                        : programme.authority(post.authority()).orElse(post.authority()));
    }
}
