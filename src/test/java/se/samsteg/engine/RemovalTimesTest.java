package se.samsteg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.Bench;
import se.samsteg.journey.World;

@SamstegTest
class RemovalTimesTest {

    @Autowired
    World world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRowOfAnEndedProcessIsCleanedUpOneDay() {
        world.begin(LocalDate.of(2027, 2, 1));
        Bench.Step referral = Bench.referral(Bench.identityNumbers(1).get(0), world.today());
        world.as(referral.user(), () -> {
            world.sends(referral);
            return null;
        });
        world.settles();
        // All that has been written of the case so far: tasks, jobs, operations.
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(referral.task())
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "the end", true, true));

        assertThat(history.createHistoricProcessInstanceQuery().finished().list())
                .extracting(process -> process.getProcessDefinitionKey())
                .contains("samboradet", "conference", "letter");
        for (String table : tablesWithRemovalTimes()) {
            assertThat(jdbc.sql("""
                            select count(*) from %s where removal_time_ is null and root_proc_inst_id_ in
                                (select id_ from act_hi_procinst where end_time_ is not null)
                                """.formatted(table)).query(Long.class).single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void whoWasGivenATaskIsAmongTheOperationsOnly() {
        world.begin(LocalDate.of(2027, 2, 1));
        Bench.Step referral = Bench.referral(Bench.identityNumbers(1).get(0), world.today());
        world.as(referral.user(), () -> {
            world.sends(referral);
            return null;
        });
        world.takes("ledamot.soc", "userTask_assess", null);

        String task = jdbc.sql("select id_ from act_ru_task where assignee_ = 'ledamot.soc'")
                .query(String.class)
                .single();
        assertThat(history.createUserOperationLogQuery()
                        .operationType("Claim")
                        .taskId(task)
                        .list())
                .singleElement()
                .satisfies(claim -> assertThat(claim.getNewValue()).isEqualTo("ledamot.soc"));
        assertThat(jdbc.sql("select count(*) from act_hi_identitylink where task_id_ = ?")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_ru_task_meter_log")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> tablesWithRemovalTimes() {
        return jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_name like 'act\\_%' and column_name in ('removal_time_', 'root_proc_inst_id_')
                        group by table_name having count(*) = 2""").query(String.class).list();
    }
}
