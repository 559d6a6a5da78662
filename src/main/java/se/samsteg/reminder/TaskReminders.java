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

/** What was reminded of: once for each task and stage, the leads again and again. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class TaskReminders {

    private final JdbcClient jdbc;

    TaskReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param about number of the case that the task is about; of anything else nothing is stored
     * @param againIfTold the last day on which it was told so long ago that it is told again
     */
    record Due(String task, Stage stage, @Nullable String about, LocalDate againIfTold) {}

    /**
     * Stores what is due; that of which a round has reminded before stays that round's, except that the leads are told again
     * of what was told long ago.
     */
    void add(Rounds.Round round, List<Due> due, LocalDate today) {
        jdbc.sql("""
                        with due as (
                          select * from unnest(:tasks, :stages, :about, :againIfTold::date[]) as due (task, stage, about, again_if_told)),
                        again as (
                          update task_reminder told set round = :round, reminded_on = :today from due
                          where told.task = due.task and told.stage = due.stage and told.stage = :lead
                            and told.reminded_on <= again_if_told)
                        insert into task_reminder (task, stage, round, reminded_on, case_number)
                        select task, stage, :round, :today, case_number
                        from due left join case_overview on case_number = about
                        on conflict do nothing""")
                .param("tasks", due.stream().map(Due::task).toArray(String[]::new))
                .param("stages", due.stream().map(row -> row.stage().code()).toArray(String[]::new))
                .param("about", due.stream().map(Due::about).toArray(String[]::new))
                .param(
                        "againIfTold",
                        due.stream().map(row -> row.againIfTold().toString()).toArray(String[]::new))
                .param("round", round.id())
                .param("today", today)
                .param("lead", Stage.LEAD.code())
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
