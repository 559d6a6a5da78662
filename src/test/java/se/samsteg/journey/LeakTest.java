package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

/** What is typed into forms stands in the domain tables and nowhere else: not in the engine, not in mail. */
@SamstegTest
class LeakTest {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aWordTypedIntoEveryFormIsFoundInTheDomainTablesOnly() {
        world.begin(LocalDate.of(2027, 2, 1));
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        anna.does(Case.COACH, "userTask_holdTalk", Answers.talk(world.today().plusWeeks(2)));
        anna.introducedToAWorkplace()
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
        anna.exited(
                Answers.exitMeasurement(),
                Answers.outcome("job", "regular-work", world.today()),
                Answers.referralBack());
        world.passes(Period.ofMonths(1));
        anna.does(Case.COACH, "userTask_contact", Answers.contact());

        Set<String> found = tablesHolding(Answers.MARKER);
        assertThat(found).contains("fact", "person");
        assertThat(found).noneMatch(table -> table.startsWith("act_") || table.equals("letter"));
        assertThat(tablesHolding("198001019804")).containsExactlyInAnyOrder("fact", "person");
        assertThat(world.allMail()).isNotEmpty().noneMatch(mail -> mail.contains("Anna") || mail.contains("980"));
    }

    /** Tables with the text in any column, binary columns read as text. */
    private Set<String> tablesHolding(String text) {
        List<Map<String, Object>> columns = jdbc.sql("""
                        select c.table_name, c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        and c.data_type in ('text', 'character varying', 'character', 'jsonb', 'json', 'bytea')""").query().listOfRows();
        List<String> tables = new ArrayList<>();
        for (Map<String, Object> column : columns) {
            String name = "\"" + column.get("column_name") + "\"";
            boolean binary = "bytea".equals(column.get("data_type"));
            String condition = binary
                    ? "position(?::bytea in " + name + ") > 0"
                    : "replace(" + name + "::text, '-', '') like '%' || ? || '%'";
            Object sought = binary ? text.getBytes(StandardCharsets.UTF_8) : text;
            int rows = jdbc.sql("select count(*) from \"" + column.get("table_name") + "\" where " + condition)
                    .param(sought)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                tables.add((String) column.get("table_name"));
            }
        }
        return Set.copyOf(tables);
    }
}
