package se.samsteg.desk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Colleagues.Colleague;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Posts.Post;

/** The register of staff of some programmes, a row for each member who has a role there. */
@Component
class StaffRows {

    private final Colleagues colleagues;
    private final Posts posts;

    StaffRows(Colleagues colleagues, Posts posts) {
        this.colleagues = colleagues;
        this.posts = posts;
    }

    /**
     * @param roles in Swedish, with commas
     * @param deputy the name
     */
    record Row(
            String name,
            String roles,
            int postPercent,
            String languages,
            @Nullable String phone,
            @Nullable String unit,
            @Nullable String deputy) {}

    private record Member(Colleague colleague, String role) {}

    /** By name. */
    List<Row> of(Collection<Settings> programmes) {
        Map<Colleague, String> roles = programmes.stream()
                .flatMap(programme -> programme.roles().entrySet().stream()
                        .flatMap(role -> colleagues.inGroup(role.getKey(), programme.tenant()).stream()
                                .map(colleague -> new Member(colleague, role.getValue()))))
                .distinct()
                .collect(groupingBy(Member::colleague, mapping(Member::role, joining(", "))));
        Map<String, Post> registered =
                posts.of(roles.keySet().stream().map(Colleague::id).toList());
        Map<String, String> names = colleagues.names(registered.values().stream()
                .flatMap(post -> Stream.ofNullable(post.deputy()))
                .distinct()
                .toList());
        return roles.entrySet().stream()
                .map(member -> row(member.getKey(), member.getValue(), registered, names, programmes))
                .sorted(comparing(Row::name))
                .toList();
    }

    private static Row row(
            Colleague colleague,
            String roles,
            Map<String, Post> registered,
            Map<String, String> names,
            Collection<Settings> programmes) {
        Post post = registered.getOrDefault(colleague.id(), Post.unknown(colleague.id()));
        String deputy = post.deputy();
        return new Row(
                colleague.name(),
                roles,
                post.postPercent(),
                post.languages(),
                post.phone(),
                unit(post.unit(), programmes),
                deputy == null ? null : names.getOrDefault(deputy, deputy));
    }

    /** What it is called; the text itself for what was registered before units had codes. */
    private static @Nullable String unit(@Nullable String unit, Collection<Settings> programmes) {
        return programmes.stream()
                .flatMap(programme -> programme.unit(unit).stream())
                .map(Settings.Unit::name)
                .findFirst()
                .orElse(unit);
    }
}
