package se.samsteg.meeting;

import java.time.LocalDate;
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

    /** A sitting that is about to change: a change by another transaction waits. */
    Sitting locked(UUID id) {
        return jdbc.sql("select * from sitting where id = ? for update")
                .param(id)
                .query(DataClassRowMapper.newInstance(Sitting.class))
                .single();
    }

    /** The programme's sitting of a day, about to change. */
    Sitting locked(String programme, LocalDate day) {
        return jdbc.sql("select * from sitting where programme = ? and day = ? for update")
                .params(programme, day)
                .query(DataClassRowMapper.newInstance(Sitting.class))
                .single();
    }

    /** A programme has one sitting a day: one that is known already stays as it is. */
    void add(Sitting sitting) {
        jdbc.sql("""
                        insert into sitting (id, programme, day, starts_at, place)
                        values (:id, :programme, :day, :startsAt, :place)
                        on conflict (programme, day) do nothing""").paramSource(sitting).update();
    }

    void save(Sitting sitting) {
        jdbc.sql("""
                        update sitting set starts_at = :startsAt, place = :place, opened = :opened, agenda_sent = :agendaSent,
                        documented_on = :documentedOn where id = :id""").paramSource(sitting).update();
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
