package se.samsteg.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts of members of staff: where they come from, and how much of a full time they work. */
@Repository
public class Posts {

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param authority the home authority: af, fk, soc or region; null if it is not known
     * @param postPercent of a full-time post
     * @param languages in Swedish, with commas
     */
    public record Post(String userId, @Nullable String authority, int postPercent, String languages) {

        /** A full-time post of which nothing else is known. */
        public static Post unknown(String userId) {
            return new Post(userId, null, 100, "");
        }
    }

    public List<Post> all() {
        return jdbc.sql("select user_id, authority, post_percent, languages from staff")
                .query(DataClassRowMapper.newInstance(Post.class))
                .list();
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
        jdbc.sql("""
                        insert into staff (user_id, authority, post_percent, languages) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(post.userId(), post.authority(), post.postPercent(), post.languages())
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
