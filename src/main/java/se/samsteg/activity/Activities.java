package se.samsteg.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.ReadOnce;

/**
 * The steps that run or ran beside the main step; a case has each of them at most once at a time, and the one with a group
 * once for each type of group.
 */
@Repository
class Activities {

    private final JdbcClient jdbc;
    private final ReadOnce<String, List<Activity>> read = new ReadOnce<>();

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param groupType of the group that it is about; null without one
     * @param assessment whether the therapist's assessment was asked for
     * @param endedOn null while it runs
     */
    record Activity(
            UUID id,
            String step,
            @Nullable String groupType,
            boolean assessment,
            LocalDate beganOn,
            @Nullable LocalDate endedOn) {

        boolean runs() {
            return endedOn == null;
        }

        boolean runs(String step) {
            return runs() && this.step.equals(step);
        }
    }

    void begin(String caseNumber, Activity begun) {
        jdbc.sql("""
                        insert into step_beside (id, case_number, step, group_type, assessment, began_on)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(begun.id(), caseNumber, begun.step(), begun.groupType(), begun.assessment(), begun.beganOn())
                .update();
        read.forget();
    }

    void end(UUID id, LocalDate day) {
        jdbc.sql("update step_beside set ended_on = ? where id = ? and ended_on is null")
                .params(day, id)
                .update();
        read.forget();
    }

    /** The participant has gone over to a group of another type. */
    void changeGroup(String caseNumber, String from, String to) {
        jdbc.sql("update step_beside set group_type = ? where case_number = ? and group_type = ? and ended_on is null")
                .params(to, caseNumber, from)
                .update();
        read.forget();
    }

    /** In the order in which they began. */
    List<Activity> of(String caseNumber) {
        return read.of(caseNumber, () -> jdbc.sql("""
                        select id, step, group_type, assessment, began_on, ended_on from step_beside
                        where case_number = ? order by began_on, step, group_type""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Activity.class))
                .list());
    }

    /** Whether a case has a place in a group of the type, or waits for one. */
    boolean inGroup(String caseNumber, String type) {
        return jdbc.sql("select exists (select from open_group_place where case_number = ? and type = ?)")
                .params(caseNumber, type)
                .query(Boolean.class)
                .single();
    }
}
