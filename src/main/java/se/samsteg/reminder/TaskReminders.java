package se.samsteg.reminder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was reminded of, once for each task and stage. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class TaskReminders {

    private final JdbcClient jdbc;

    TaskReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param about number of the case that the task is about; of anything else nothing is stored */
    record Due(String task, Stage stage, @Nullable String about) {}

    /** Stores what is due; that of which a round has reminded before stays that round's. */
    void add(Rounds.Round round, List<Due> due, LocalDate today) {
        jdbc.sql("""
                        insert into task_reminder (task, stage, round, reminded_on, case_number)
                        select task, stage, ?, ?, case_number
                        from unnest(?, ?, ?) as due (task, stage, about)
                        left join case_overview on case_number = about
                        on conflict do nothing""")
                .params(
                        round.id(),
                        today,
                        due.stream().map(Due::task).toArray(String[]::new),
                        due.stream().map(row -> row.stage().code()).toArray(String[]::new),
                        due.stream().map(Due::about).toArray(String[]::new))
                .update();
    }

    /** The tasks of which a round reminds, in one of the stages. */
    Set<String> of(Rounds.Round round, Collection<Stage> stages) {
        return jdbc.sql("select task from task_reminder where round = ? and stage = any(?)")
                .params(round.id(), stages.stream().map(Stage::code).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Forgets the association's tasks that are done, or not overdue any more. */
    void keepOnly(String tenant, Collection<String> tasks) {
        jdbc.sql("""
                        delete from task_reminder where task <> all(?)
                        and round in (select id from reminder_round where tenant = ?)""").params(tasks.toArray(String[]::new), tenant).update();
    }

    /**
     * A case that a task is about.
     *
     * @param authority the one that referred, for which the caseworker acts
     */
    record AboutCase(String caseNumber, String caseworker, String authority) {}

    /** Those of the numbers that are cases, by number. */
    Map<String, AboutCase> cases(Collection<String> numbers) {
        return jdbc
                .sql("select case_number, caseworker, authority from case_overview where case_number = any(?)")
                .param(numbers.toArray(String[]::new))
                .query(AboutCase.class)
                .list()
                .stream()
                .collect(Collectors.toMap(AboutCase::caseNumber, Function.identity()));
    }
}
