package se.samsteg.errand;

import java.util.Map;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.staff.Colleagues;

/** What caseworkers are told, read from the message, where it stands. */
@Component
class Notices {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;

    Notices(JdbcClient jdbc, Colleagues colleagues) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
    }

    /** @param sender user id */
    private record Told(String sender, String concerns, String message) {}

    Map<String, String> shown(String noticeId) {
        Told told = get(noticeId);
        return Map.of("sender", colleagues.name(told.sender()), "message", told.message());
    }

    String concerns(String noticeId) {
        return get(noticeId).concerns();
    }

    private Told get(String noticeId) {
        return jdbc.sql("""
                        select recorded_by as sender, content ->> 'concerns' as concerns, content ->> 'message' as message
                        from current_fact where subject = ? and kind = 'notice-message'""")
                .param(noticeId)
                .query(DataClassRowMapper.newInstance(Told.class))
                .single();
    }
}
