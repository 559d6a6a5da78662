package se.samsteg.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.staff.Posts.Post;

/** Changes what is registered of members of staff; what stood there before stays in the trail. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Register {

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Clock clock;

    Register(JdbcClient jdbc, Posts posts, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.clock = clock;
    }

    /** What was registered until it was changed, by the form's names; null where nothing was. */
    record Earlier(
            OffsetDateTime changedAt,
            String changedBy,
            int postPercent,
            String languages,
            @Nullable String phone,
            @Nullable String unit,
            @Nullable String deputy) {}

    /** The newest first. */
    List<Earlier> earlier(String user) {
        return jdbc.sql("select * from staff_trail where user_id = ? order by changed_at desc")
                .param(user)
                .query(DataClassRowMapper.newInstance(Earlier.class))
                .list();
    }

    /** The home authority stays as it is: where accounts come from an identity provider, the provider says it. */
    void change(String user, StaffPost now, String by) {
        posts.add(Post.unknown(user));
        jdbc.sql("select user_id from staff where user_id = ? for update")
                .param(user)
                .query(String.class)
                .single();
        if (StaffPost.of(posts.of(user)).equals(now)) {
            return;
        }
        jdbc.sql("""
                        insert into staff_trail (id, user_id, changed_at, changed_by, post_percent, languages, phone, unit, deputy)
                        select ?, user_id, ?, ?, post_percent, languages, phone, unit, deputy from staff where user_id = ?""")
                .params(UUID.randomUUID(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), by, user)
                .update();
        jdbc.sql("update staff set post_percent = ?, languages = ?, phone = ?, unit = ?, deputy = ? where user_id = ?")
                .params(now.postPercent(), now.languages(), now.phone(), now.unit(), now.deputy(), user)
                .update();
    }

    /**
     * Of a user who has left only the home authority stays: it says in the access log for whom a case was read. The
     * successor stands in where that user did.
     */
    @EventListener
    void forget(StaffLeft event) {
        jdbc.sql("""
                        update staff set post_percent = default, languages = default, phone = null, unit = null, deputy = null
                        where user_id = ?""").param(event.user()).update();
        jdbc.sql("update staff set deputy = nullif(:to, user_id) where deputy = :from")
                .param("from", event.user())
                .param("to", event.successor())
                .update();
        jdbc.sql("delete from staff_trail where user_id = ?")
                .param(event.user())
                .update();
        jdbc.sql("update staff_trail set deputy = null where deputy = ?")
                .param(event.user())
                .update();
    }
}
