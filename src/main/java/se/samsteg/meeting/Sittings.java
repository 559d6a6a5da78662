package se.samsteg.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;

/** The sittings that are known so far; the calendar's are added when a caller asks for the next one. */
@Repository
class Sittings implements PersonalTables {

    private final JdbcClient jdbc;

    Sittings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sitting get(UUID id) {
        return jdbc.sql("select * from sitting where id = ?")
                .param(id)
                .query(DataClassRowMapper.newInstance(Sitting.class))
                .single();
    }

    /** A sitting of the calendar; one that is known already stays as it is. */
    void add(String programme, LocalDate day, LocalTime startsAt, String place) {
        jdbc.sql("""
                        insert into sitting (id, programme, day, starts_at, place) values (?, ?, ?, ?, ?)
                        on conflict (programme, day) do nothing""").params(UUID.randomUUID(), programme, day, startsAt, place).update();
    }

    /** A sitting as the lead wants it; one that is known already gets the new time and place. */
    UUID plan(String programme, LocalDate day, LocalTime startsAt, String place) {
        return jdbc.sql("""
                        insert into sitting (id, programme, day, starts_at, place) values (?, ?, ?, ?, ?)
                        on conflict (programme, day) do update
                        set starts_at = excluded.starts_at, place = excluded.place
                        returning id""")
                .params(UUID.randomUUID(), programme, day, startsAt, place)
                .query(UUID.class)
                .single();
    }

    /** The first sitting after a day that is not documented yet. */
    Sitting firstAfter(String programme, LocalDate day) {
        return jdbc.sql("""
                        select * from sitting where programme = ? and day > ? and documented_on is null
                        order by day limit 1""")
                .params(programme, day)
                .query(DataClassRowMapper.newInstance(Sitting.class))
                .single();
    }

    /** Whether no process handles a sitting; its row stays locked then, so that two nodes do not both start one. */
    boolean lockUnopened(UUID id) {
        return jdbc.sql("select id from sitting where id = ? and not opened for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** @return false if a process handles it already */
    boolean open(UUID id) {
        return jdbc.sql("update sitting set opened = true where id = ? and not opened")
                        .param(id)
                        .update()
                == 1;
    }

    void documented(UUID id, String place, LocalDate day) {
        jdbc.sql("update sitting set documented_on = ?, place = ? where id = ?")
                .params(day, place, id)
                .update();
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(WrittenText.amongOthers(
                "sitting", "place", "id in (select sitting from agenda where case_number = any(:cases))"));
    }

    @Override
    public Set<String> subjects(String programme) {
        return jdbc.sql("select id::text from sitting where programme = ?")
                .param(programme)
                .query(String.class)
                .set();
    }

    @Override
    public void eraseTexts(String programme, LocalDate day) {
        jdbc.sql("update sitting set place = '–' where programme = ? and day <= ?")
                .params(programme, day)
                .update();
    }
}
