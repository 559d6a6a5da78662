package se.samsteg.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.ReadOnce;

/** The steps that run or ran beside the main step; a case has each of them at most once at a time. */
@Repository
class Activities {

    private final JdbcClient jdbc;
    private final ReadOnce<String, List<Activity>> read = new ReadOnce<>();

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endedOn null while it runs */
    record Activity(
            String step, LocalDate beganOn, @Nullable LocalDate endedOn) {

        boolean runs() {
            return endedOn == null;
        }
    }

    void begin(String caseNumber, String step, LocalDate day) {
        jdbc.sql("insert into step_beside (id, case_number, step, began_on) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), caseNumber, step, day)
                .update();
        read.forget();
    }

    void end(String caseNumber, String step, LocalDate day) {
        jdbc.sql("update step_beside set ended_on = ? where case_number = ? and step = ? and ended_on is null")
                .params(day, caseNumber, step)
                .update();
        read.forget();
    }

    /** In the order in which they began. */
    List<Activity> of(String caseNumber) {
        return read.of(caseNumber, () -> jdbc.sql("""
                        select step, began_on, ended_on from step_beside where case_number = ? order by began_on, step""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Activity.class))
                .list());
    }
}
