package se.samsteg.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.engine.TestDatabase;

class DumpTest {

    @TempDir
    Path folder;

    private static String dump(String database) throws SQLException, IOException {
        StringWriter whole = new StringWriter();
        try (Connection superuser = DriverManager.getConnection(TestDatabase.url(database))) {
            Dump.write(superuser, whole);
        }
        return whole.toString();
    }

    private void restore(String whole, String database) throws IOException {
        Path file = folder.resolve("dump.sql.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(whole);
        }
        ReleasedDatabase.restore(file, database);
    }

    @Test
    void theTablesOfSamstegAndWhatIsInThemComeBackAsTheyWere() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(TestDatabase.withRoles("dumped"), "samsteg_app", "")
                .load()
                .migrate();
        JdbcClient jdbc = TestDatabase.superuser("dumped");
        jdbc.sql("create table log.seen (id bigint generated always as identity primary key, what text)")
                .update();
        jdbc.sql("alter table log.seen owner to samsteg_log").update();
        jdbc.sql("grant usage on schema log to samsteg_app").update();
        jdbc.sql("grant select, insert on log.seen to samsteg_app").update();
        jdbc.sql("insert into log.seen (what) values (?), (null), ('')")
                .param("två\trader;\n\\.\nåäö \\N")
                .update();
        jdbc.sql("create table bytes as select convert_to('åäö', 'UTF8') as content, now() as at")
                .update();

        String whole = dump("dumped");
        restore(whole, "restored");

        assertThat(dump("restored")).isEqualTo(whole);
        JdbcClient restored = TestDatabase.superuser("restored");
        assertThat(restored.sql("insert into log.seen (what) values ('') returning id")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(restored.sql("select what from log.seen order by id")
                        .query(String.class)
                        .list())
                .startsWith("två\trader;\n\\.\nåäö \\N", null, "");
        assertThat(catalogue(restored)).isEqualTo(catalogue(jdbc));
    }

    /** What is in the database, by other words than the dump's. */
    private static String catalogue(JdbcClient jdbc) {
        return jdbc.sql("""
                        select string_agg(line, E'\\n' order by line) from (
                          select concat_ws(' ', table_schema, table_name, column_name, ordinal_position, data_type, is_nullable,
                            column_default, character_maximum_length, numeric_precision, is_identity) as line
                          from information_schema.columns where table_schema in ('public', 'log')
                          union all select concat_ws(' ', schemaname, tablename, tableowner) from pg_tables
                          where schemaname in ('public', 'log')
                          union all select concat_ws(' ', schemaname, viewname, viewowner, definition) from pg_views
                          where schemaname in ('public', 'log')
                          union all select indexdef from pg_indexes where schemaname in ('public', 'log')
                          union all select concat_ws(' ', table_name, constraint_name, constraint_type)
                          from information_schema.table_constraints where table_schema in ('public', 'log')
                            and constraint_name not like '%_not_null'
                          union all select concat_ws(' ', grantee, table_name, privilege_type)
                          from information_schema.role_table_grants where table_schema in ('public', 'log')) as lines
                          """).query(String.class).single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create procedure f() language sql as 'select 1'",
                "create type mood as enum ('good')",
                "create sequence loose",
                "create materialized view m as select 1 as one",
                "create table t (a int, b int generated always as (a + 1) stored)",
                "create unlogged table t (a int)"
            })
    void whatTheDumpCannotWriteIsRefused(String unknown) {
        TestDatabase.superuser("refused").sql("drop schema public cascade").update();
        TestDatabase.superuser("refused").sql("create schema public").update();
        TestDatabase.superuser("refused").sql(unknown).update();

        assertThatThrownBy(() -> dump("refused"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the dump cannot write [");
    }
}
