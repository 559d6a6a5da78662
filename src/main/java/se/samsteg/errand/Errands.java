package se.samsteg.errand;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.staff.Colleagues;

/** What was asked for, read from the request, where it stands. */
@Component
class Errands {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Programme programme;

    Errands(JdbcClient jdbc, Colleagues colleagues, Programme programme) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.programme = programme;
    }

    /** @param sender user id */
    private record Asked(String sender, String what, LocalDate doOn) {}

    Map<String, String> shown(String errandId) {
        Asked asked = get(errandId);
        return Map.of(
                "sender", colleagues.name(asked.sender()),
                "what", asked.what(),
                "doOn", asked.doOn().toString());
    }

    Date due(String errandId) {
        return programme.morning(get(errandId).doOn());
    }

    /** Ids of all that were asked in a case. */
    List<String> of(String caseNumber) {
        return jdbc.sql("select subject from current_fact where case_number = ? and kind = 'errand-request'")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private Asked get(String errandId) {
        return jdbc.sql("""
                        select recorded_by as sender, content ->> 'what' as what, (content ->> 'doOn')::date as do_on
                        from current_fact where subject = ? and kind = 'errand-request'""")
                .param(errandId)
                .query(DataClassRowMapper.newInstance(Asked.class))
                .single();
    }
}
