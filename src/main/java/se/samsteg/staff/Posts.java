package se.samsteg.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of staff: where members of staff come from, how much of a full time they work, what they speak, how
 * colleagues reach them and who stands in for them. A user without a row has a full-time post of which nothing is known.
 */
@Repository
public class Posts {

    private static final String COLUMNS = "user_id, authority, post_percent, languages, phone, unit, deputy";

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param authority the home authority: af, fk, soc or region; null if it is not known
     * @param postPercent of a full-time post
     * @param languages in Swedish, with commas
     * @param unit code of a unit of the home authority; a text of its own where it was registered before units had codes
     * @param deputy user id of the colleague who stands in
     */
    public record Post(
            String userId,
            @Nullable String authority,
            int postPercent,
            String languages,
            @Nullable String phone,
            @Nullable String unit,
            @Nullable String deputy) {

        /** A full-time post of which nothing else is known. */
        public static Post unknown(String userId) {
            return new Post(userId, null, 100, "", null, null, null);
        }
    }

    public List<Post> all() {
        return jdbc.sql("select " + COLUMNS + " from staff")
                .query(DataClassRowMapper.newInstance(Post.class))
                .list();
    }

    /** The posts by user id, of those who are registered. */
    public Map<String, Post> of(Collection<String> users) {
        return jdbc
                .sql("select " + COLUMNS + " from staff where user_id = any(?)")
                .param(users.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Post.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Post::userId, Function.identity()));
    }

    /** As {@link #of(Collection)}, with the posts of their deputies. */
    public Map<String, Post> withDeputies(Collection<String> users) {
        return jdbc
                .sql("select " + COLUMNS + " from staff where user_id = any(:users)"
                        + " or user_id in (select deputy from staff where user_id = any(:users))")
                .param("users", users.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Post.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Post::userId, Function.identity()));
    }

    public Post of(String user) {
        return of(List.of(user)).getOrDefault(user, Post.unknown(user));
    }

    /** The home authorities by user id, of those whose authority is known. */
    public Map<String, String> authorities(Collection<String> users) {
        return jdbc
                .sql("select user_id, authority from staff where user_id = any(?) and authority is not null")
                .param(users.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("user_id"), row.getString("authority")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A post that is there already stays as it is. */
    public void add(Post post) {
        jdbc.sql("insert into staff (" + COLUMNS + ")" + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        post.userId(),
                        post.authority(),
                        post.postPercent(),
                        post.languages(),
                        post.phone(),
                        post.unit(),
                        post.deputy())
                .update();
    }

    /** Sets the home authority; the rest of the post stays. */
    public void assign(String user, @Nullable String authority) {
        jdbc.sql("""
                        insert into staff (user_id, authority) values (?, ?)
                        on conflict (user_id) do update set authority = excluded.authority
                        where staff.authority is distinct from excluded.authority""").params(user, authority).update();
    }
}
